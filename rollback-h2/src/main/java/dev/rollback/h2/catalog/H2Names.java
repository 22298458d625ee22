// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Quotes names and values, whatever they contain. */
public final class H2Names {
    private static final int LONGEST = 256;
    private static final int HASH = 8;
    private static final String UNICODE = "U&\"";
    /** A constant, or a name in quotes. */
    private static final Pattern NAME = Pattern.compile("'(?:[^']|'')*'|((?:U&)?\"(?:[^\"]|\"\")*\")");

    private H2Names() {}

    /** A name in quotes. */
    public static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A qualified name. */
    public static String quote(String schema, String name) {
        return quote(schema) + "." + quote(name);
    }

    /** The qualified name of an object that stands by itself. */
    public static String quote(ObjectId id) {
        return quote(id.schema(), id.name());
    }

    public static String quote(Relation relation) {
        return quote(relation.schema(), relation.name());
    }

    /** Whether a token is a name in quotes; H2 prints letters beyond ASCII by their numbers. */
    public static boolean isQuoted(String token) {
        return token.startsWith("\"") || token.startsWith(UNICODE);
    }

    /** The columns that an expression names, as the server prints it. */
    public static List<String> within(String expression) {
        return NAME.matcher(expression)
                .results()
                .map(m -> m.group(1))
                .filter(Objects::nonNull)
                .map(H2Names::unquote)
                .distinct()
                .toList();
    }

    /** A name as it is, from one in quotes. */
    public static String unquote(String token) {
        if (!isQuoted(token)) {
            return token;
        }
        boolean unicode = token.startsWith(UNICODE);
        String name = token.substring(unicode ? UNICODE.length() : 1, token.length() - 1)
                .replace("\"\"", "\"");
        return unicode ? decoded(name) : name;
    }

    private static String decoded(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                name.append(text.charAt(i));
            } else if (text.charAt(i + 1) == '\\') {
                name.append(text.charAt(++i));
            } else {
                boolean wide = text.charAt(i + 1) == '+';
                int from = i + (wide ? 2 : 1);
                int digits = wide ? 6 : 4;
                name.appendCodePoint(Integer.parseInt(text.substring(from, from + digits), 16));
                i = from + digits - 1;
            }
        }
        return name.toString();
    }

    /** A string literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name within the limit of 256 characters; long ones end in a hash of the whole. */
    public static String fit(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        return name.substring(0, LONGEST - HASH - 1) + "_"
                + Fingerprint.of(name).substring(0, HASH);
    }
}
