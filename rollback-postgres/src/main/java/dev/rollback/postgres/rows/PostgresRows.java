// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.postgres.names.PostgresNames;
import dev.rollback.postgres.rows.PostgresValueType.Family;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of statements about rows. The rows in question have the alias c. */
public final class PostgresRows {
    private PostgresRows() {}

    public static String column(String alias, String name) {
        return alias + "." + quote(name);
    }

    static String names(Collection<String> names) {
        return names.stream().map(PostgresNames::quote).collect(Collectors.joining(", "));
    }

    /** All of these conditions; true without any. */
    public static String and(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** The key of a row for people, as in {@code id=42}. */
    static String keyText(List<String> key) {
        return key.isEmpty()
                ? "''"
                : key.stream()
                        .map(c -> literal(c + "=") + " || coalesce(" + column("c", c) + "::text, 'NULL')")
                        .collect(Collectors.joining(" || ', ' || "));
    }

    /** The columns that put rows into the order of their key. */
    static String keyOrder(List<String> key) {
        return key.isEmpty() ? "c.ctid" : key.stream().map(c -> column("c", c)).collect(Collectors.joining(", "));
    }

    /** A query of {@code rows, sample} over the rows that a FROM clause with its WHERE finds. */
    static String rowsAndSample(String from, List<String> key) {
        if (key.isEmpty()) {
            return "SELECT count(*) AS rows, '' AS sample\n" + from;
        }
        return """
                SELECT (SELECT count(*)
                        %1$s) AS rows,
                       coalesce((SELECT string_agg(s.row_key, ', ' ORDER BY s.n)
                                 FROM (SELECT %2$s AS row_key, row_number() OVER (ORDER BY %3$s) AS n
                                       %1$s
                                       ORDER BY %3$s LIMIT 3) s), '') AS sample""".formatted(from, keyText(key), keyOrder(key));
    }

    /** Sets rows of one table aside, from a source of {@code reason, row_key, row_data}. */
    static String quarantine(String backupSchema, ObjectId table, String rows) {
        return quarantine(
                backupSchema,
                "(SELECT " + literal(table.path()) + " AS table_name, reason, row_key, row_data FROM " + rows + ") g");
    }

    /** Sets rows aside, from a source of {@code table_name, reason, row_key, row_data}. */
    static String quarantine(String backupSchema, String rows) {
        return "INSERT INTO " + quote(backupSchema, "rollback_quarantine")
                + " (run, table_name, reason, row_key, row_data)\nSELECT '" + Tokens.RUN
                + "', table_name, reason, row_key, row_data\nFROM " + rows;
    }

    /** A condition that is true for null; a row of nulls is none. */
    static String isNull(String value, Column column) {
        return value + (column.userType() ? "::text" : "") + " IS NULL";
    }

    static String isNotNull(String value, Column column) {
        return value + (column.userType() ? "::text" : "") + " IS NOT NULL";
    }

    /** The collation of a column of text, which a choice between values has lost; empty for other types. */
    static String collation(Column column) {
        boolean text = PostgresValueType.of(column).is(Family.TEXT);
        String collation = column.collation();
        return text && !column.type().equals("name")
                ? " COLLATE " + (collation == null ? "pg_catalog.\"default\"" : collation)
                : "";
    }

    /** A value of the backup in its own type. */
    static String unstored(String value, Column column) {
        return column.userType() ? value + "::" + column.type() : value;
    }

    /** A condition for two values of this type, null being equal to null: equal to the last digit. */
    static String same(String one, String other, Column type) {
        return comparable(one, type) + " IS NOT DISTINCT FROM " + comparable(other, type);
    }

    /** A condition that is the opposite of {@link #same}. */
    static String differs(String one, String other, Column type) {
        return comparable(one, type) + " IS DISTINCT FROM " + comparable(other, type);
    }

    private static String comparable(String value, Column type) {
        PostgresValueType of = PostgresValueType.of(type);
        if (of.isExact()) {
            return of.is(Family.TEXT) ? value + " COLLATE \"C\"" : value;
        }
        return value + "::text COLLATE \"C\"";
    }

    /** A condition for two values of a key, which can be hashed. */
    static String keyEquals(String one, String other, Column type) {
        PostgresValueType of = PostgresValueType.of(type);
        return switch (of.family()) {
            case TEXT -> one + " COLLATE \"C\" = " + other + " COLLATE \"C\"";
            case USER, ARRAY -> one + "::text COLLATE \"C\" = " + other + "::text COLLATE \"C\"";
            default -> one + " = " + other;
        };
    }
}
