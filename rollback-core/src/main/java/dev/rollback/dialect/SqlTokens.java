// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a server's own text into tokens: what is in quotes or parentheses is one token each. Safe for use by several threads. */
public final class SqlTokens {
    private final Pattern token;

    /** @param token matches one token: a quoted text, a word, or a single character that is none of these */
    public SqlTokens(Pattern token) {
        this.token = token;
    }

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

    /** The tokens of a text. */
    public List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = token.matcher(text);
        int depth = 0;
        int start = 0;
        while (matcher.find()) {
            String found = matcher.group();
            if (found.equals("(") && depth++ == 0) {
                start = matcher.start();
            }
            if (depth == 0) {
                tokens.add(new Token(found, matcher.start(), matcher.end()));
            }
            if (found.equals(")") && --depth == 0) {
                tokens.add(new Token(text.substring(start, matcher.end()), start, matcher.end()));
            }
        }
        return tokens;
    }

    /** What is between the parentheses of a group, split at its own commas. */
    public List<String> elements(String group) {
        String inside = group.substring(1, group.length() - 1);
        List<String> elements = new ArrayList<>();
        int start = 0;
        for (Token found : of(inside)) {
            if (found.text().equals(",")) {
                elements.add(inside.substring(start, found.start()).strip());
                start = found.end();
            }
        }
        elements.add(inside.substring(start).strip());
        return elements;
    }
}
