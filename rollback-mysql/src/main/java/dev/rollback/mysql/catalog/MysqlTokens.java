// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens;
import dev.rollback.dialect.SqlTokens.Token;
import java.util.List;
import java.util.regex.Pattern;

/** The tokens of the server's own text. A comment with a version, which the server executes, is a comment here. */
public final class MysqlTokens {
    private static final SqlTokens TOKENS = new SqlTokens(Pattern.compile("""
            (?xs)
            '(?:[^'\\\\]++|\\\\.|'')*+' | "(?:[^"\\\\]++|\\\\.|"")*+" | `(?:[^`]++|``)*+`
            | /\\*.*?\\*/ | --(?=\\s)[^\\n]*+ | \\#[^\\n]*+
            | [\\w$.\\u0080-\\uffff@]++ | \\S
            """));

    private MysqlTokens() {}

    public static List<Token> of(String text) {
        return TOKENS.of(text);
    }

    /** What is between the parentheses of a group, split at its own commas. */
    public static List<String> elements(String group) {
        return TOKENS.elements(group);
    }
}
