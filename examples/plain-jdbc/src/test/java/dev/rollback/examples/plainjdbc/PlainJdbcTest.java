// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.plainjdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainJdbcTest {
    static Stream<Named<Supplier<TestServer>>> servers() {
        return Stream.of(
                Named.of("PostgreSQL", TestPostgres::shared),
                Named.of("MySQL", TestMysql::shared),
                Named.of("MariaDB", TestMariaDb::shared));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itGoesBackAndGoesOn(Supplier<TestServer> server) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TestDatabase database = server.get().freshDatabase();
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(database.dataSource());
            try (HikariDataSource pool = new HikariDataSource(config)) {
                new PlainJdbc(pool, print).tell();
            } finally {
                if (!(database.server() instanceof TestPostgres)) {
                    database.execute("DROP DATABASE IF EXISTS migration_backup");
                }
            }
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("Version 2 serves: Cleo has opened an account, and the bank holds 120.\n")
                    .contains("Done and verified")
                    .contains("Version 1 serves: 3 accounts, and the bank holds 120.75.");
            assertThat(database.query("SELECT id, owner, balance FROM accounts ORDER BY id"))
                    .containsExactly(
                            List.of("1", "Ada", "100.50"), List.of("2", "Ben", "20.25"), List.of("3", "Cleo", "0.00"));
            assertThat(database.query("SELECT version FROM schema_version")).containsExactly(List.of("1"));
            assertThat(database.query("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'balances'"
                            + " AND table_schema <> 'migration_backup'"))
                    .containsExactly(List.of("0"));
        }
    }
}
