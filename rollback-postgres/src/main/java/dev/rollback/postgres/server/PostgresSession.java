// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.dialect.Queries;
import dev.rollback.postgres.names.PostgresIdentifiers;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Session settings under which the server prints definitions in one way only, and reads them back as it printed them.
 * Closing it restores what the session had before.
 */
public final class PostgresSession implements AutoCloseable {
    private static final Map<String, String> SETTINGS = settings();

    private final Connection connection;
    private final Map<String, String> before;

    private PostgresSession(Connection connection, Map<String, String> before) {
        this.connection = connection;
        this.before = before;
    }

    /**
     * Makes the settings, in one round trip. Without auto-commit they are lost when the transaction is rolled back.
     *
     * @throws SQLException when the server refuses
     */
    public static PostgresSession prepare(Connection connection) throws SQLException {
        return new PostgresSession(connection, set(connection, SETTINGS));
    }

    /** The same settings for the rest of a transaction. */
    public static List<String> forTransaction() {
        return SETTINGS.entrySet().stream()
                .map(e -> "SET LOCAL " + e.getKey() + " = " + PostgresIdentifiers.literal(e.getValue()))
                .toList();
    }

    /** Restores the settings. In a transaction that failed this fails too: roll back first. */
    @Override
    public void close() throws SQLException {
        set(connection, before);
    }

    /** Sets all and tells what they were. */
    private static Map<String, String> set(Connection connection, Map<String, String> settings) throws SQLException {
        String sql = """
                SELECT s.name, s.before, set_config(s.name, s.value, false)
                FROM (SELECT u.name, u.value, current_setting(u.name) AS before
                      FROM unnest(?::text[], ?::text[]) AS u (name, value) OFFSET 0) s
                """;
        Map<String, String> before = new LinkedHashMap<>();
        List<Array> asked = List.of(
                connection.createArrayOf("text", settings.keySet().toArray()),
                connection.createArrayOf("text", settings.values().toArray()));
        Queries.each(connection, sql, asked, row -> before.put(row.getString(1), row.getString(2)));
        return before;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("search_path", ""); // every name qualified, but those of pg_catalog
        settings.put("TimeZone", "UTC");
        settings.put("DateStyle", "ISO, YMD");
        settings.put("IntervalStyle", "postgres");
        settings.put("extra_float_digits", "1"); // the shortest text that reads back as the same number
        settings.put("bytea_output", "hex");
        settings.put("lc_monetary", "C");
        settings.put("lock_timeout", "30s"); // a failure that can be told instead of a silence without end
        settings.put("row_security", "off"); // an error instead of rows that are silently left out
        settings.put("check_function_bodies", "off");
        settings.put("standard_conforming_strings", "on");
        settings.put("transform_null_equals", "off");
        settings.put("quote_all_identifiers", "off");
        settings.put("xmloption", "content");
        settings.put("default_tablespace", "");
        settings.put("default_table_access_method", "heap");
        settings.put("client_min_messages", "warning");
        settings.put("plan_cache_mode", "force_custom_plan"); // a plan for arrays of unknown length compares one by one
        return settings;
    }
}
