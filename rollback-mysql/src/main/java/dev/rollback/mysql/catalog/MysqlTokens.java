// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the server in tokens: what is in quotes, comments or parentheses is one token each. A comment with a version, which
 * the server executes, is a comment here.
 */
public final class MysqlTokens {
    /**
     * A token.
     *
     * @param start where it begins in the text
     * @param end where it ends
     */
    public record Token(String text, int start, int end) {
        public boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }

        public boolean isGroup() {
            return text.startsWith("(");
        }
    }

    private static final Pattern TOKEN = Pattern.compile("""
            (?xs)
            '(?:[^'\\\\]++|\\\\.|'')*+' | "(?:[^"\\\\]++|\\\\.|"")*+" | `(?:[^`]++|``)*+`
            | /\\*.*?\\*/ | --(?=\\s)[^\\n]*+ | \\#[^\\n]*+
            | [\\w$.\\u0080-\\uffff@]++ | \\S
            """);

    private MysqlTokens() {}

    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int depth = 0;
        int start = 0;
        while (matcher.find()) {
            String token = matcher.group();
            if (token.equals("(") && depth++ == 0) {
                start = matcher.start();
            }
            if (depth == 0) {
                tokens.add(new Token(token, matcher.start(), matcher.end()));
            }
            if (token.equals(")") && --depth == 0) {
                tokens.add(new Token(text.substring(start, matcher.end()), start, matcher.end()));
            }
        }
        return tokens;
    }

    /** What is between the parentheses of a group, split at its own commas. */
    public static List<String> elements(String group) {
        String inside = group.substring(1, group.length() - 1);
        List<String> elements = new ArrayList<>();
        int start = 0;
        for (Token token : of(inside)) {
            if (token.text().equals(",")) {
                elements.add(inside.substring(start, token.start()).strip());
                start = token.end();
            }
        }
        elements.add(inside.substring(start).strip());
        return elements;
    }
}
