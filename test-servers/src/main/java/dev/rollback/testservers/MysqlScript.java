// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script where the mysql client would: at the delimiter, not in quotes and comments. */
final class MysqlScript {
    private static final Pattern TOKEN = Pattern.compile("""
            (?xs)
            --(?=\\s|$)[^\\n]*+ | \\#[^\\n]*+ | /\\*.*?\\*/
            | '(?:[^'\\\\]++|\\\\.)*+' | "(?:[^"\\\\]++|\\\\.)*+" | `[^`]*+`   # a doubled quote is two of them
            | (?<=^|\\n)\\h*+(?i:DELIMITER)\\h++(?<delimiter>\\S++)[^\\n]*+
            | (?<other>.)
            """);

    private MysqlScript() {}

    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        String delimiter = ";";
        int start = 0;
        Matcher token = TOKEN.matcher(script);
        int at = 0;
        while (token.find(at)) {
            at = token.end();
            if (token.group("delimiter") != null) {
                add(statements, script.substring(start, token.start()));
                delimiter = token.group("delimiter");
                start = at;
            } else if (token.group("other") != null && script.startsWith(delimiter, token.start())) {
                add(statements, script.substring(start, token.start()));
                at = token.start() + delimiter.length();
                start = at;
            }
        }
        add(statements, script.substring(start));
        return statements;
    }

    private static void add(List<String> statements, String statement) {
        if (!statement.isBlank()) {
            statements.add(statement);
        }
    }
}
