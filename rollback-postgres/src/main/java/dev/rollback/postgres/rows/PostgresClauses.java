// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import java.util.ArrayList;
import java.util.List;

/** Reads constraints and indexes as the server prints them. Whatever is not understood leads to an IllegalArgumentException. */
final class PostgresClauses {
    private final String text;

    PostgresClauses(String text) {
        this.text = text;
    }

    /** What stands between the first parenthesis and the one that closes it. */
    String firstParentheses() {
        int start = text.indexOf('(');
        return start < 0 ? "" : text.substring(start + 1, closing(start));
    }

    /** What stands behind the first pair of parentheses. */
    String rest() {
        int start = text.indexOf('(');
        return start < 0 ? "" : text.substring(closing(start) + 1);
    }

    /** The parts of a list between commas that are in no parentheses, brackets or quotes. */
    List<String> list() {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i = next(i)) {
            if (text.charAt(i) == ',') {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** The words of the text; quoted names, constants and parentheses belong to the word that they touch. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i = i < text.length() ? next(i) : i + 1) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The position behind a character, or behind the whole that it opens. */
    private int next(int i) {
        char c = text.charAt(i);
        if (c == '(' || c == '[') {
            return closing(i) + 1;
        }
        return c == '\'' || c == '"' ? quoted(i) : i + 1;
    }

    private int closing(int open) {
        char end = text.charAt(open) == '(' ? ')' : ']';
        for (int i = open + 1; i < text.length(); i = next(i)) {
            if (text.charAt(i) == end) {
                return i;
            }
        }
        throw new IllegalArgumentException("unbalanced: " + text);
    }

    private int quoted(int start) {
        char quote = text.charAt(start);
        boolean escapes = quote == '\'' && start > 0 && text.charAt(start - 1) == 'E';
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escapes && c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        throw new IllegalArgumentException("unbalanced: " + text);
    }
}
