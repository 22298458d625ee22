// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of nothing, sessions that may not write, servers that do not answer and locks that nobody lets go. */
class MysqlBadInputTest {
    private static final Map<String, Consumer<Rollback>> COMMANDS = Map.ofEntries(
            Map.entry("capture", r -> r.capture("new")),
            Map.entry("backups", Rollback::backups),
            Map.entry("check", r -> r.checkBackup("before")),
            Map.entry("plan", r -> r.plan("before")),
            Map.entry(
                    "explicit plan",
                    r -> r.plan(ExplicitPlan.builder().dropTable("orders").build())),
            Map.entry("verify", r -> r.verify("before")),
            Map.entry("status", Rollback::status),
            Map.entry("history", Rollback::history),
            Map.entry("resume", r -> r.resume(null)),
            Map.entry("cleanup", r -> r.cleanup("1")),
            Map.entry("prune", r -> r.prune(0)));
    private static final Map<String, Consumer<Rollback>> WRITING = Map.of(
            "capture", r -> r.capture("new"),
            "mark", r -> r.markMigrated("before"),
            "drill", r -> r.drillBackup("before"),
            "rollback", r -> r.revert(r.plan("before"), Sample.accepting()),
            "cleanup by age", r -> r.cleanupOlderThan(Duration.ZERO),
            "prune", r -> r.prune(0));

    private static Map<String, Sample> samples = Map.of();

    @BeforeAll
    static void migrate() {
        samples = Map.of(
                "MySQL", Sample.migrated(new ScenarioMysql(TestMysql.shared())),
                "MariaDB", Sample.migrated(new ScenarioMysql(TestMariaDb.shared())));
    }

    @AfterAll
    static void close() {
        samples.values().forEach(Sample::close);
    }

    static Stream<Arguments> commands() {
        return products()
                .flatMap(p ->
                        COMMANDS.entrySet().stream().map(c -> Arguments.of(p, Named.of(c.getKey(), c.getValue()))));
    }

    static Stream<Arguments> writing() {
        return products()
                .flatMap(p ->
                        WRITING.entrySet().stream().map(c -> Arguments.of(p, Named.of(c.getKey(), c.getValue()))));
    }

    static Stream<String> products() {
        return samples.keySet().stream().sorted();
    }

    private static Sample sample(String product) {
        return Objects.requireNonNull(samples.get(product));
    }

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void unknownSchema(String product, Consumer<Rollback> command) {
        Sample sample = sample(product);
        for (String schema : List.of("ghosts", "`quoted`", "x".repeat(70))) {
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> command.accept(sample.builder()
                            .schemas(sample.database().schema(), schema)
                            .build()),
                    "There is no schema '" + schema + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void aSchemaThatCannotBeLookedAfter(String product) {
        Sample sample = sample(product);
        for (String schema : List.of("mysql", "information_schema", "performance_schema", "sys")) {
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> sample.builder().schemas(schema).build().capture("new"),
                    "'" + schema + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void namesOfNothing(String product) {
        Sample sample = sample(product);
        Rollback rollback = sample.rollback();
        Map<String, ThrowingCallable> calls = Map.of(
                "ghost-label", () -> rollback.plan("ghost-label"),
                "ghost-verified", () -> rollback.verify("ghost-verified"),
                "ghost-checked", () -> rollback.checkBackup("ghost-checked"),
                "ghost-marked", () -> rollback.markMigrated("ghost-marked"),
                "ghost_only",
                        () -> rollback.plan("before", PlanOptions.defaults().withOnly(List.of("ghost_only"))),
                "ghost_captured",
                        () -> rollback.capture(CaptureOptions.of("new").withTables(List.of("ghost_captured"))),
                "ghost_table",
                        () -> rollback.plan(
                                ExplicitPlan.builder().dropTable("ghost_table").build()),
                "ghost_column",
                        () -> rollback.plan(ExplicitPlan.builder()
                                .dropColumn("orders", "ghost_column")
                                .build()),
                "4711", () -> rollback.cleanup("4711"),
                "orders",
                        () -> rollback.plan(ExplicitPlan.builder()
                                .removePartitioning("orders")
                                .build()));
        calls.forEach((name, call) -> sample.refusesWithoutTrace(InvalidInputException.class, call, name));
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aSessionThatMayNotWrite(String product, Consumer<Rollback> command) {
        Sample sample = sample(product);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(sample.database().dataSource());
            pool.setConnectionInitSql("SET SESSION TRANSACTION READ ONLY");
            sample.refusesWithoutTrace(
                    RollbackFailedException.class,
                    () -> command.accept(over(sample, pool)),
                    "cannot write",
                    "read-only");
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void aSessionThatMayNotWriteReads(String product) {
        Sample sample = sample(product);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(sample.database().dataSource());
            pool.setConnectionInitSql("SET SESSION TRANSACTION READ ONLY");
            Rollback rollback = over(sample, pool);
            assertThat(rollback.plan("before").toText())
                    .isEqualTo(sample.rollback().plan("before").toText());
            assertThat(rollback.verify("before").findings()).isNotEmpty();
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
            assertThat(rollback.backups()).hasSize(1);
            assertThat(rollback.status().openRuns()).isEmpty();
        }
    }

    private static Rollback over(Sample sample, DataSource source) {
        return Rollback.builder(source)
                .schemas(sample.database().schema())
                .backupSchema(sample.database().backupSchema())
                .build();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void wrongPassword(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = server.get().freshDatabase();
                TestRole role = server.get().freshRole()) {
            cannotConnect(database.as(role.name(), "hunter2").dataSource(), "the server refuses the login");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerThatIsGone(Supplier<TestMysqlServer> server) {
        TestDatabase lost = server.get().freshDatabase();
        Rollback rollback = Rollback.builder(lost.dataSource()).build();
        lost.close();
        RollbackFailedException failure =
                catchThrowableOfType(RollbackFailedException.class, () -> rollback.capture("before"));
        assertThat(failure).hasMessageContainingAll("capture of 'before'", lost.name());
        Sample.isClear(failure);
    }

    private static void cannotConnect(DataSource source, String... named) {
        RollbackFailedException failure = catchThrowableOfType(
                RollbackFailedException.class, () -> Rollback.builder(source).build());
        assertThat(failure).hasMessageContainingAll(named);
        Sample.isClear(failure);
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain("hunter2");
    }

    /** Whoever reads waits for a while, says that it is locked, and leaves nothing behind. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("servers")
    void aTableThatAnotherSessionHasLocked(Supplier<TestMysqlServer> server) throws SQLException {
        try (Sample sample = Sample.captured(new ScenarioMysql(server.get()))) {
            sample.database().migrate("ALTER TABLE orders ADD COLUMN paid boolean");
            Rollback rollback = sample.rollback();
            Map<String, Consumer<Rollback>> commands = Map.of(
                    "capture", r -> r.capture("second"),
                    "mark", r -> r.markMigrated("before"));
            commands.forEach((name, command) -> locked(sample, () -> command.accept(rollback)));
            locked(sample, () -> rollback.revert(rollback.plan("before"), Sample.impatient()));
            assertThat(rollback.status().openRuns()).isEmpty();
            sample.worksNow();
        }
    }

    private static void locked(Sample sample, Runnable action) {
        List<String> there = backups(sample);
        try (Connection other = sample.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES orders WRITE");
            RollbackException failure = catchThrowableOfType(RollbackException.class, action::run);
            assertThat(failure).isNotNull();
            Sample.isClear(failure);
            assertThat(failure).hasMessageContaining("lock");
            statement.execute("UNLOCK TABLES");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(backups(sample)).isEqualTo(there);
    }

    /** All but our own record of what was tried. */
    private static List<String> backups(Sample sample) {
        return sample
                .database()
                .query("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                        + sample.database().backupSchema() + "' AND table_name NOT LIKE 'rollback%' ORDER BY 1")
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    @Test
    void aHostThatDoesNotExist() throws SQLException {
        cannotConnect(
                new org.mariadb.jdbc.MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/none?user=me&password=hunter2"),
                "connection is lost or cannot be made");
        com.mysql.cj.jdbc.MysqlDataSource mysql = new com.mysql.cj.jdbc.MysqlDataSource();
        mysql.setURL("jdbc:mysql://127.0.0.1:1/none?user=me&password=hunter2");
        cannotConnect(mysql, "connection is lost or cannot be made");
    }
}
