// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A session prints everything in one way while it is prepared, and is as before afterwards. */
class PostgresSessionTest {

    @Test
    void theSessionIsPreparedAndRestored() throws SQLException {
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = app, \"Odd, One\"");
            statement.execute("SET TimeZone = 'Europe/Istanbul'");
            statement.execute("SET extra_float_digits = -5");
            statement.execute("SET bytea_output = escape");
            Map<String, String> before = settings(connection);

            try (PostgresSession session = PostgresSession.prepare(connection)) {
                assertThat(text(statement, "SELECT '2020-01-31 12:00:00+03'::timestamptz"))
                        .isEqualTo("2020-01-31 09:00:00+00");
                assertThat(text(statement, "SELECT 0.1::float8 + 0.2::float8")).isEqualTo("0.30000000000000004");
                assertThat(text(statement, "SELECT 'a'::bytea")).isEqualTo("\\x61");
                assertThat(text(statement, "SELECT 'pg_class'::regclass")).isEqualTo("pg_class");
            }

            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    @Test
    void aRollbackTakesTheSettingsBack() throws SQLException {
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                Connection connection = database.connection()) {
            Map<String, String> before = settings(connection);
            connection.setAutoCommit(false);
            PostgresSession session = PostgresSession.prepare(connection);
            connection.rollback();
            assertThat(settings(connection)).isEqualTo(before);
            session.close();
            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, setting FROM pg_settings")) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }
}
