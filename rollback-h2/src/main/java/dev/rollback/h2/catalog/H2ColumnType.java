// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types as H2 prints them in CREATE TABLE and CREATE DOMAIN. */
final class H2ColumnType {
    private static final Set<String> ENDS =
            Set.of("INVISIBLE", "GENERATED", "DEFAULT", "ON", "SELECTIVITY", "COMMENT", "NOT");

    private H2ColumnType() {}

    /** The types of the columns of a table by name. */
    static Map<String, String> ofTable(String createTable) {
        Map<String, String> types = new HashMap<>();
        String columns = group(createTable);
        for (String clause : H2Tokens.elements(columns)) {
            if (!clause.isEmpty()) {
                List<Token> tokens = H2Tokens.of(clause);
                types.put(H2Names.unquote(tokens.get(0).text()), text(clause, tokens, 1));
            }
        }
        return types;
    }

    /** The type that a domain stands for, which may be a domain again. */
    static String ofDomain(String createDomain) {
        List<Token> tokens = H2Tokens.of(createDomain);
        int as = 0;
        while (!tokens.get(as).is("AS")) {
            as++;
        }
        return text(createDomain, tokens, as + 1);
    }

    /** What follows the columns of a table. */
    static String suffix(String createTable) {
        return createTable
                .substring(createTable.indexOf(group(createTable))
                        + group(createTable).length())
                .strip();
    }

    private static String group(String createTable) {
        return H2Tokens.of(createTable).stream()
                .filter(Token::isGroup)
                .map(Token::text)
                .findFirst()
                .orElse("()");
    }

    private static String text(String clause, List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !ENDS.contains(tokens.get(end).text())) {
            end++;
        }
        return clause.substring(tokens.get(from).start(), tokens.get(end - 1).end());
    }
}
