// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script where psql would: not in quotes, comments, parentheses or BEGIN ATOMIC bodies. */
final class PostgresScript {
    private static final Pattern TOKEN = Pattern.compile("""
            (?xs)
            --[^\\n]*+ | /\\*.*?\\*/          # comments
            | [eE]'(?:[^'\\\\]++|\\\\.)*+'    # strings with escapes
            | '[^']*+' | "[^"]*+"             # strings and names; a doubled quote is two of them
            | (\\$(?:[A-Za-z_]\\w*+)?\\$).*?\\1
            | (?<word>[A-Za-z_][\\w$]*+)
            | (?<mark>[();])
            """);

    private final List<String> statements = new ArrayList<>();
    private int start;
    private int parentheses;
    private int blocks;
    private String lastWord = "";

    private PostgresScript() {}

    static List<String> statements(String script) {
        PostgresScript splitter = new PostgresScript();
        Matcher token = TOKEN.matcher(script);
        while (token.find()) {
            if (token.group("word") != null) {
                splitter.word(token.group().toLowerCase(Locale.ROOT));
            } else if (token.group("mark") != null) {
                splitter.mark(script, token.group().charAt(0), token.end());
            }
        }
        splitter.end(script, script.length());
        return splitter.statements;
    }

    private void word(String word) {
        if (lastWord.equals("begin") && word.equals("atomic")) {
            blocks = 1;
        } else if (blocks > 0 && word.equals("case")) {
            blocks++;
        } else if (blocks > 0 && word.equals("end")) {
            blocks--;
        }
        lastWord = word;
    }

    private void mark(String script, char mark, int end) {
        switch (mark) {
            case '(' -> parentheses++;
            case ')' -> parentheses--;
            default -> {
                if (parentheses <= 0 && blocks == 0) {
                    end(script, end);
                }
            }
        }
    }

    private void end(String script, int end) {
        String statement = script.substring(start, end);
        if (!statement.isBlank()) {
            statements.add(statement);
        }
        start = end;
        parentheses = 0;
        blocks = 0;
        lastWord = "";
    }
}
