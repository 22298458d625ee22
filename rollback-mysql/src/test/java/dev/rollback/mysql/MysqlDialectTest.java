// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Dialect;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlDialectTest {
    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void oneIsFoundThatKnowsTheServer(Supplier<TestMysqlServer> server) throws SQLException {
        try (TestDatabase db = server.get().freshDatabase();
                Connection connection = db.connection()) {
            Dialect dialect = dialect(connection);
            String product = server.get().product();
            assertThat(dialect.name()).isEqualTo(product.toLowerCase(Locale.ROOT));
            assertThat(dialect.jooqName()).isEqualTo(product.toUpperCase(Locale.ROOT));
            assertThat(dialect.stepwise()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theSessionIsLeftAsItWas(Supplier<TestMysqlServer> server) throws SQLException {
        try (TestDatabase db = server.get().freshDatabase();
                Connection connection = db.connection();
                Connection asker = db.connection()) {
            Dialect dialect = dialect(connection);
            execute(connection, "SET time_zone = '+03:00', sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");
            execute(connection, "SET lock_wait_timeout = 17, sql_safe_updates = 1, foreign_key_checks = 0");
            Map<String, String> before = settings(connection);
            dialect.release(connection);
            for (int i = 0; i < 2; i++) {
                dialect.prepare(connection);
                dialect.prepare(connection);
                assertThat(settings(connection))
                        .containsEntry("time_zone", "+00:00")
                        .containsEntry("foreign_key_checks", "OFF");
                execute(connection, "SET foreign_key_checks = 1"); // as a step that fails on the way may leave it
                dialect.stepwise().orElseThrow().begin(connection, Duration.ofSeconds(3));
                dialect.server().beginSnapshot(connection, Duration.ofSeconds(4));
                connection.rollback();
                dialect.server().beginRun(connection, Duration.ofSeconds(5));
                connection.rollback();
                connection.setAutoCommit(true);
                dialect.release(connection);
                assertThat(settings(connection)).isEqualTo(before);
            }
            dialect.release(asker);
        }
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        List<Dialect> known = new ArrayList<>();
        for (Dialect dialect :
                ServiceLoader.load(Dialect.class).stream().map(Provider::get).toList()) {
            if (dialect.knows(connection.getMetaData())) {
                known.add(dialect);
            }
        }
        assertThat(known).hasSize(1);
        return known.get(0);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All but what changes by itself. */
    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW SESSION VARIABLES")) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        settings.keySet()
                .removeAll(List.of("timestamp", "rand_seed1", "rand_seed2", "pseudo_thread_id", "statement_id"));
        settings.keySet()
                .removeIf(name -> name.contains("gtid")
                        || name.startsWith("last_insert")
                        || name.startsWith("innodb_buffer")
                        || name.equals("error_count")
                        || name.equals("warning_count")
                        || name.equals("in_transaction")
                        || name.equals("identity"));
        return settings;
    }
}
