// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a check, a domain or the bounds of partitions say about a table's values, in the product's words. */
public record Rule(String column, String text) {

    /** Whether it speaks of a column. */
    boolean mentions(String name) {
        return column.equals(name)
                || Pattern.compile("(?<![\\w$])" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\w$])")
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .find();
    }

    static List<Rule> of(List<Rule> all, String column) {
        return all.stream().filter(r -> r.mentions(column)).toList();
    }
}
