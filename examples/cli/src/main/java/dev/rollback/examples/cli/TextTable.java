// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns. A column whose name begins with {@code >} is aligned to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    TextTable(String... columns) {
        List<String> head = new ArrayList<>();
        for (String column : columns) {
            right.add(column.startsWith(">"));
            head.add(column.startsWith(">") ? column.substring(1) : column);
        }
        rows.add(head);
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(width(i) - row.get(i).length());
                line.append(right.get(i) ? padding + row.get(i) : row.get(i) + padding)
                        .append("  ");
            }
            text.append(text.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
