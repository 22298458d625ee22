// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes names and values, whatever they contain. */
public final class MysqlNames {
    private static final int LONGEST = 64;
    private static final int HASH = 8;

    /** A name, or a text in which there are none. */
    private static final Pattern NAME =
            Pattern.compile("'(?:[^'\\\\]++|\\\\.|'')*+'|(`(?:[^`]++|``)*+`)", Pattern.DOTALL);

    private MysqlNames() {}

    /** A name in backticks. */
    public static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
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

    /** A name as it is, from one in backticks. */
    public static String unquote(String quoted) {
        return quoted.startsWith("`") ? quoted.substring(1, quoted.length() - 1).replace("``", "`") : quoted;
    }

    /** The columns that an expression names, as the server prints it. */
    public static List<String> within(String expression) {
        return NAME.matcher(expression)
                .results()
                .map(m -> m.group(1))
                .filter(Objects::nonNull)
                .map(MysqlNames::unquote)
                .distinct()
                .toList();
    }

    /** An expression with other ones for the columns that it names. */
    public static String replaced(String expression, UnaryOperator<String> by) {
        return NAME.matcher(expression)
                .replaceAll(
                        m -> Matcher.quoteReplacement(m.group(1) == null ? m.group() : by.apply(unquote(m.group(1)))));
    }

    /** A string literal for a session whose sql_mode has no NO_BACKSLASH_ESCAPES. */
    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A name within the limit of 64 characters; long ones end in a hash of the whole. */
    public static String fit(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int end = name.offsetByCodePoints(0, LONGEST - HASH - 1);
        return name.substring(0, end) + "_" + Fingerprint.of(name).substring(0, HASH);
    }
}
