// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.postgres.names.PostgresNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a unique index or an exclusion constraint compares.
 *
 * @param elements expressions and, for exclusions, the operators between two rows' values
 * @param condition which rows take part; empty for all
 * @param nullsDistinct whether null is never equal to null
 */
record PostgresElements(List<Element> elements, String condition, boolean nullsDistinct) {

    /**
     * One part of the key.
     *
     * @param expression over columns without an alias
     * @param operator true for two values that exclude each other
     */
    record Element(String expression, String operator) {}

    private static final Set<String> ORDER = Set.of("ASC", "DESC", "NULLS", "FIRST", "LAST");

    /** From what follows USING; empty when it has parts that are not understood. */
    static Optional<PostgresElements> of(String text) {
        PostgresClauses clauses = new PostgresClauses(text);
        List<Element> elements = new ArrayList<>();
        for (String part : new PostgresClauses(clauses.firstParentheses()).list()) {
            Optional<Element> element = element(new PostgresClauses(part).words());
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        String rest = clauses.rest();
        return Optional.of(new PostgresElements(elements, where(rest), !rest.contains("NULLS NOT DISTINCT")));
    }

    /** A unique index; empty when it has parts that are not understood. */
    static Optional<PostgresElements> of(Index index) {
        return index.columns().isEmpty() ? of(index.using()) : Optional.of(ofColumns(index.columns(), index.using()));
    }

    /** A key; WITHOUT OVERLAPS (from version 18 on) is about its last column. */
    static PostgresElements of(Constraint key) {
        PostgresElements plain = ofColumns(key.columns(), key.text());
        if (!key.text().contains(" WITHOUT OVERLAPS)")) {
            return plain;
        }
        List<Element> elements = new ArrayList<>(plain.elements);
        Element last = elements.remove(elements.size() - 1);
        elements.add(new Element(last.expression, "&&"));
        return new PostgresElements(elements, plain.condition, plain.nullsDistinct);
    }

    private static PostgresElements ofColumns(List<String> columns, String text) {
        return new PostgresElements(
                columns.stream()
                        .map(c -> new Element(PostgresNames.quote(c), "="))
                        .toList(),
                "",
                !text.contains("NULLS NOT DISTINCT"));
    }

    /** Whether rows exclude each other just by being equal. */
    boolean isPlainKey() {
        return elements.stream().allMatch(e -> e.operator.equals("="));
    }

    private static String where(String rest) {
        List<String> words = new PostgresClauses(rest).words();
        int where = words.indexOf("WHERE");
        return where < 0 ? "" : words.get(where + 1);
    }

    /** As in {@code lower(name) COLLATE "C" text_pattern_ops DESC NULLS LAST WITH =}. */
    private static Optional<Element> element(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder expression = new StringBuilder(words.get(0));
        String operator = "=";
        boolean hasClass = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("COLLATE") && i + 1 < words.size()) {
                expression.append(" COLLATE ").append(words.get(++i));
            } else if (word.equals("WITH") && i + 1 < words.size()) {
                operator = words.get(++i);
            } else if (!ORDER.contains(word)) {
                if (hasClass || !word.matches("(\\w|\\.|\"[^\"]*\")+(\\(.*\\))?")) {
                    return Optional.empty();
                }
                hasClass = true;
            }
        }
        return Optional.of(new Element(expression.toString(), operator));
    }
}
