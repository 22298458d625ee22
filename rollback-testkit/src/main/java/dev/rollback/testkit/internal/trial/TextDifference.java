// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import java.util.ArrayList;
import java.util.List;

/** The lines that only one of two texts has. */
final class TextDifference {
    private static final int MOST = 20;

    private TextDifference() {}

    static String of(String before, String after) {
        List<String> lines = new ArrayList<>();
        only(before, after).forEach(l -> lines.add("- " + l));
        only(after, before).forEach(l -> lines.add("+ " + l));
        return String.join("\n", lines.isEmpty() ? List.of("the same lines in another order") : lines);
    }

    private static List<String> only(String one, String other) {
        List<String> lines = new ArrayList<>(one.lines().toList());
        other.lines().forEach(lines::remove);
        return lines.subList(0, Math.min(MOST, lines.size()));
    }
}
