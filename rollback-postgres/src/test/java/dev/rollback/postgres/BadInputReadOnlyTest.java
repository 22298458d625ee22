// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;

/** Whoever made a session read-only meant it: what would write refuses, what only reads works. */
class BadInputReadOnlyTest {
    private static final Map<String, Function<BadInput, DataSource>> SOURCES = Map.of(
            "option of the URL", BadInputReadOnlyTest::option,
            "session characteristics", BadInputReadOnlyTest::characteristics,
            "setReadOnly", BadInputReadOnlyTest::pool);

    private static BadInput sample;

    @BeforeAll
    static void migrate() {
        sample = BadInput.migrated();
        Rollback rollback = sample.rollback();
        rollback.revert(rollback.plan("before"), BadInput.accepting());
        sample.execute("ALTER TABLE customers DROP COLUMN born");
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static DataSource option(BadInput sample) {
        PGSimpleDataSource source = (PGSimpleDataSource) sample.database.dataSource();
        source.setOptions("-c default_transaction_read_only=on");
        return source;
    }

    private static DataSource characteristics(BadInput sample) {
        return new OtherSource(sample.database.dataSource(), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            }
        });
    }

    private static DataSource pool(BadInput sample) {
        return new OtherSource(sample.database.dataSource(), connection -> connection.setReadOnly(true));
    }

    @TestFactory
    Stream<DynamicTest> writing() {
        Map<String, Consumer<Rollback>> commands = Map.of(
                "capture", r -> r.capture("new"),
                "adopt", r -> r.adopt("new", "before", Map.of("customers", "customers_backup")),
                "mark", r -> r.markMigrated("before"),
                "drill", r -> r.drillBackup("before"),
                "rollback", r -> r.revert(r.plan("before"), BadInput.accepting()),
                "cleanup", r -> r.cleanup("1"),
                "cleanup by age", r -> r.cleanupOlderThan(Duration.ZERO),
                "prune", r -> r.prune(0));
        return SOURCES.entrySet().stream()
                .flatMap(source -> commands.entrySet().stream()
                        .map(command -> DynamicTest.dynamicTest(
                                source.getKey() + ": " + command.getKey(),
                                () -> sample.refusesWithoutTrace(
                                        RollbackFailedException.class,
                                        () -> command.getValue()
                                                .accept(open(source.getValue().apply(sample))),
                                        "cannot write",
                                        "read-only"))));
    }

    @TestFactory
    Stream<DynamicTest> resuming() {
        return SOURCES.entrySet().stream()
                .map(source -> DynamicTest.dynamicTest(source.getKey(), () -> {
                    try (BadInput open = BadInput.migrated()) {
                        Rollback rollback = open.rollback();
                        rollback.revert(rollback.plan("before"), BadInput.accepting());
                        open.execute("UPDATE migration_backup.rollback_run SET state = 'OPEN', position = NULL");
                        open.refusesWithoutTrace(
                                RollbackFailedException.class,
                                () -> open(source.getValue().apply(open)).resume(null),
                                "cannot write",
                                "read-only");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> reading() {
        return SOURCES.entrySet().stream()
                .map(source -> DynamicTest.dynamicTest(source.getKey(), () -> {
                    Rollback rollback = open(source.getValue().apply(sample));
                    assertThat(rollback.plan("before").toText())
                            .isEqualTo(sample.rollback().plan("before").toText());
                    assertThat(rollback.verify("before").findings()).isNotEmpty();
                    assertThat(rollback.checkBackup("before").isSound()).isTrue();
                    assertThat(rollback.backups()).hasSize(2);
                    assertThat(rollback.history()).hasSize(1);
                    assertThat(rollback.status().openRuns()).isEmpty();
                }));
    }

    /** Values of a changed type are tried in a function of the session, and even that is a write to the server. */
    @Test
    void aPlanThatCannotBeMadeSaysWhy() {
        try (BadInput converted = BadInput.captured("CREATE TABLE t (id integer PRIMARY KEY, code varchar(3));"
                + "INSERT INTO t SELECT i, i FROM generate_series(1, 9) i")) {
            converted.execute("ALTER TABLE t ALTER COLUMN code TYPE integer USING code::integer");
            converted.refusesWithoutTrace(
                    RollbackFailedException.class,
                    () -> open(option(converted)).plan("before"),
                    "read-only",
                    "pg_temp");
        }
    }

    private static Rollback open(DataSource source) {
        return Rollback.builder(source).build();
    }

    /** The host's pool gives its connections as it wants them. */
    @Test
    void aReadOnlyPool() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(sample.database.dataSource());
            pool.setReadOnly(true);
            sample.refusesWithoutTrace(
                    RollbackFailedException.class, () -> open(pool).capture("new"), "cannot write", "read-only");
        }
    }

    /** What a host does with each connection. */
    @FunctionalInterface
    private interface Setup {
        void on(Connection connection) throws java.sql.SQLException;
    }

    private static final class OtherSource extends org.postgresql.ds.common.BaseDataSource implements DataSource {
        private final DataSource source;
        private final Setup setup;

        OtherSource(DataSource source, Setup setup) {
            this.source = source;
            this.setup = setup;
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = source.getConnection();
            setup.on(connection);
            return connection;
        }

        @Override
        public String getDescription() {
            return "sets every connection up";
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) throws java.sql.SQLException {
            throw new java.sql.SQLException("no wrapper");
        }
    }
}
