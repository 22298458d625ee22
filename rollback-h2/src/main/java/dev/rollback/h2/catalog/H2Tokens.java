// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.SqlTokens;
import dev.rollback.dialect.SqlTokens.Token;
import java.util.List;
import java.util.regex.Pattern;

/** The tokens of H2's own text. */
public final class H2Tokens {
    private static final SqlTokens TOKENS = new SqlTokens(Pattern.compile("""
            (?xs)
            (?:U&)?'(?:[^']++|'')*+' | (?:U&)?"(?:[^"]++|"")*+" | [\\w$\\u0080-\\uffff@]++ | \\S
            """));

    private H2Tokens() {}

    public static List<Token> of(String text) {
        return TOKENS.of(text);
    }

    /** What is between the parentheses of a group, split at its own commas. */
    public static List<String> elements(String group) {
        return TOKENS.elements(group);
    }

    /** What follows a qualified name, without the comment that H2 prints there. */
    static String afterName(String text, String keyword) {
        List<Token> tokens = of(text);
        int at = 0;
        while (!tokens.get(at).is(keyword)) {
            at++;
        }
        while (!H2Names.isQuoted(tokens.get(at).text())) {
            at++;
        }
        int last = at + 1 < tokens.size() && tokens.get(at + 1).is(".") ? at + 2 : at;
        boolean comment = last + 1 < tokens.size() && tokens.get(last + 1).is("COMMENT");
        return text.substring(tokens.get(comment ? last + 2 : last).end()).strip();
    }
}
