// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts old names into a definition that the server printed with new names, so that an index over a renamed column compares equal
 * to what it was. Works on tokens; string literals stay as they are. A wrong guess cannot do harm: the verification compares the
 * server's own text again.
 */
final class NameRewriter {
    /** A string literal, or one or two identifiers joined by a dot. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|(?<first>\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)(?:\\.(?<second>\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*))?");

    private final Map<String, String> qualified = new HashMap<>();
    private final Map<String, String> schemas = new HashMap<>();

    /** A relation or type that was {@code oldSchema.oldName}. */
    void relation(String newSchema, String newName, String oldSchema, String oldName) {
        qualified.put(key(newSchema, newName), quote(oldSchema) + "." + quote(oldName));
    }

    void schema(String newName, String oldName) {
        schemas.put(newName, oldName);
    }

    boolean isEmpty() {
        return qualified.isEmpty() && schemas.isEmpty();
    }

    /** Rewrites qualified names, and words that are names of renamed columns. */
    String rewrite(String text, Map<String, String> columns) {
        if (isEmpty() && columns.isEmpty()) {
            return text;
        }
        Matcher matcher = TOKEN.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(replacement(matcher, columns)));
        }
        return matcher.appendTail(out).toString();
    }

    private String replacement(Matcher matcher, Map<String, String> columns) {
        String first = matcher.group("first");
        String second = matcher.group("second");
        if (first == null) {
            return matcher.group();
        }
        if (second == null) {
            String old = columns.get(unquote(first));
            return old == null ? first : quote(old);
        }
        String relation = qualified.get(key(unquote(first), unquote(second)));
        if (relation != null) {
            return relation;
        }
        String schema = schemas.get(unquote(first));
        String column = columns.get(unquote(second));
        return (schema == null ? first : quote(schema)) + "." + (column == null ? second : quote(column));
    }

    private static String key(String schema, String name) {
        return schema.length() + ":" + schema + name;
    }

    private static String unquote(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }

    /** The way servers print names: quoted only where they must be. Keywords are the exception that costs a rebuild. */
    private static String quote(String name) {
        return name.matches("[a-z_][a-z0-9_$]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
