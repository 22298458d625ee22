// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.names;

/** Quotes names and values. Statements that are stored use the server's quote_ident, which quotes only where needed. */
public final class PostgresIdentifiers {
    private PostgresIdentifiers() {}

    /** A name in double quotes, whatever it contains. */
    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A qualified name in double quotes. */
    static String quote(String schema, String name) {
        return quote(schema) + "." + quote(name);
    }

    /** A string literal; right under any setting of standard_conforming_strings. */
    public static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** A DO block around PL/pgSQL, in a dollar quote that the code does not contain. */
    public static String block(String code) {
        String tag = "$$";
        for (int i = 1; code.contains(tag); i++) {
            tag = "$rollback" + i + "$";
        }
        return "DO " + tag + "\n" + code.strip() + "\n" + tag;
    }
}
