// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.mysql.catalog.MysqlTokens;
import java.util.List;
import java.util.Optional;

/** What a unique key compares: columns, beginnings of columns and expressions, over columns without an alias. */
final class MysqlElements {
    private MysqlElements() {}

    static List<String> of(Constraint key) {
        return of(key.text());
    }

    static List<String> of(Index index) {
        return of(index.using());
    }

    private static List<String> of(String text) {
        String group = group(text).orElseThrow(() -> new IllegalArgumentException("no columns in " + text));
        return MysqlTokens.elements(group).stream().map(MysqlElements::element).toList();
    }

    /** The first part in parentheses. */
    static Optional<String> group(String text) {
        return MysqlTokens.of(text).stream()
                .filter(Token::isGroup)
                .map(Token::text)
                .findFirst();
    }

    /** As in {@code `name`(10)}, {@code `name` DESC} or {@code (lower(`name`))}. */
    private static String element(String text) {
        List<Token> words = MysqlTokens.of(text);
        String first = words.get(0).text();
        boolean prefix =
                !words.get(0).isGroup() && words.size() > 1 && words.get(1).isGroup();
        return prefix
                ? "LEFT(" + first + ", "
                        + MysqlTokens.elements(words.get(1).text()).get(0) + ")"
                : first;
    }
}
