// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SHOW CREATE TABLE says, in parts.
 *
 * @param columns one clause each
 * @param parts keys, checks, foreign keys and periods, one clause each
 * @param options what stands after the columns, without the position of AUTO_INCREMENT, the comment and the partitions
 * @param comment the comment as a literal; empty without one
 * @param position the next value of AUTO_INCREMENT; 0 when it is not told, as for an empty table
 * @param partitions what stands after PARTITION BY; empty without
 */
record MysqlCreateTable(
        List<String> columns, List<String> parts, String options, String comment, long position, String partitions) {
    private static final Pattern PARTITIONS =
            Pattern.compile("(?s)(?:/\\*!\\d+ )?PARTITION BY (?<clause>.*?)\\s*(?:\\*/)?\\s*");

    static MysqlCreateTable of(String sql) {
        List<Token> tokens = MysqlTokens.of(sql);
        int group = 0;
        while (!tokens.get(group).isGroup()) {
            group++;
        }
        List<String> columns = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String element : MysqlTokens.elements(tokens.get(group).text())) {
            (element.startsWith("`") ? columns : parts).add(element);
        }
        return tail(sql, tokens.subList(group + 1, tokens.size()), columns, parts);
    }

    private static MysqlCreateTable tail(String sql, List<Token> tokens, List<String> columns, List<String> parts) {
        StringBuilder options = new StringBuilder();
        String comment = "";
        long position = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Matcher partitions = PARTITIONS.matcher(sql.substring(token.start()));
            if (partitions.matches()) {
                return new MysqlCreateTable(
                        columns, parts, options.toString().strip(), comment, position, partitions.group("clause"));
            }
            if (token.is("AUTO_INCREMENT")) {
                position = Long.parseUnsignedLong(tokens.get(i + 2).text());
                i += 2;
            } else if (token.is("COMMENT")) {
                comment = tokens.get(i + 2).text();
                i += 2;
            } else {
                boolean apart = i > 0 && tokens.get(i - 1).end() < token.start();
                options.append(apart ? " " : "").append(token.text());
            }
        }
        return new MysqlCreateTable(columns, parts, options.toString().strip(), comment, position, "");
    }
}
