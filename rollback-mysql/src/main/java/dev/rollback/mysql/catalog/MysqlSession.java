// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.Queries;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Session settings under which the server prints definitions in one way only, and reads them back as it printed them.
 * Closing it restores what the session had before, its default schema included.
 */
public final class MysqlSession implements AutoCloseable {
    /** No time is shifted. */
    public static final String TIME_ZONE = "+00:00";
    /** Strict, but for the dates and zeros that are in the users' tables already; no other quotes than the usual ones. */
    public static final String SQL_MODE =
            "NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION";

    /** The variable that holds the quoted names of temporary tables which are not dropped yet; null when there are none. */
    public static final String TEMPORARY = "@rollback_temporary";

    private static final String CLIENT = "character_set_client";
    /** What statements that make stored objects change for a moment, and may leave changed when one fails. */
    private static final Set<String> CHANGED_BETWEEN = Set.of("time_zone", "sql_mode", "collation_connection");

    private final Connection connection;
    private final @Nullable String schema;
    private final Map<String, String> before;

    /** @param before what is set when it ends */
    private MysqlSession(Connection connection, @Nullable String schema, Map<String, String> before) {
        this.connection = connection;
        this.schema = schema;
        this.before = before;
    }

    /**
     * Makes the settings that the session does not have yet, in at most two round trips.
     *
     * @throws SQLException when the server refuses
     */
    public static MysqlSession prepare(Connection connection) throws SQLException {
        MysqlProduct product = MysqlProduct.of(connection.getMetaData());
        Map<String, String> wanted = settings(product);
        List<String> limits = limits(product);
        Map<String, String> changed = new LinkedHashMap<>();
        Map<String, String> before = new LinkedHashMap<>();
        String schema;
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery("SELECT database(), @@character_set_client AS " + CLIENT + ", @@"
                        + String.join(", @@", wanted.keySet()) + ", @@" + String.join(", @@", limits))) {
            row.next();
            schema = row.getString(1);
            before.put(CLIENT, row.getString(2));
            int column = 2;
            for (Map.Entry<String, String> setting : wanted.entrySet()) {
                String value = row.getString(++column);
                boolean same = value.equals(setting.getValue());
                if (!same) {
                    changed.put(setting.getKey(), setting.getValue());
                }
                if (!same || CHANGED_BETWEEN.contains(setting.getKey())) {
                    before.put(setting.getKey(), value);
                }
            }
            for (String limit : limits) {
                before.put(limit, row.getString(++column));
            }
        }
        set(connection, changed);
        return new MysqlSession(connection, schema, before);
    }

    /** Restores the settings, and drops temporary tables that a failed step has left. */
    @Override
    public void close() throws SQLException {
        set(connection, before);
        dropTemporary();
        if (schema != null) {
            try (Statement statement = Queries.statement(connection)) {
                statement.execute("USE " + MysqlNames.quote(schema));
            }
        }
    }

    private void dropTemporary() throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
            String tables;
            try (ResultSet row = statement.executeQuery("SELECT CAST(" + TEMPORARY + " AS CHAR)")) {
                row.next();
                tables = row.getString(1);
            }
            if (tables != null) {
                statement.execute("DROP TEMPORARY TABLE IF EXISTS " + tables);
                statement.execute("SET " + TEMPORARY + " = NULL");
            }
        }
    }

    private static void set(Connection connection, Map<String, String> settings) throws SQLException {
        if (settings.isEmpty()) {
            return;
        }
        String sql = "SET " + String.join(" = ?, ", settings.keySet()) + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (String value : settings.values()) {
                if (value.matches("-?\\d+")) {
                    statement.setLong(++parameter, Long.parseLong(value));
                } else if (value.matches("\\d+\\.\\d+")) {
                    statement.setBigDecimal(++parameter, new BigDecimal(value));
                } else {
                    statement.setString(++parameter, value);
                }
            }
            statement.execute();
        }
    }

    private static Map<String, String> settings(MysqlProduct product) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("time_zone", TIME_ZONE);
        settings.put("sql_mode", SQL_MODE);
        settings.put("collation_connection", "utf8mb4_general_ci"); // of the literals in definitions
        settings.put("sql_quote_show_create", "1");
        settings.put("group_concat_max_len", "4294967295");
        settings.put("sql_safe_updates", "0"); // statements without a key are meant
        if (product.cachesStatistics()) {
            settings.put("information_schema_stats_expiry", "0"); // the present position of AUTO_INCREMENT
        }
        if (product.generatesPrimaryKeys()) {
            settings.put("sql_generate_invisible_primary_key", "0"); // no column that nobody asked for
            settings.put("show_gipk_in_create_table_and_information_schema", "1");
        }
        return settings;
    }

    /** What a run changes as it goes on, and what comes back with the rest. */
    private static List<String> limits(MysqlProduct product) {
        String statements = product.mariaDb() ? "max_statement_time" : "max_execution_time";
        return List.of(
                "lock_wait_timeout", "innodb_lock_wait_timeout", "wait_timeout", "foreign_key_checks", statements);
    }
}
