// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others may do to a table while its rows are copied, and what is in the way of copying it so. */
class MysqlOnlineLimitsTest {
    private static final ExplicitPlan REMOVE =
            ExplicitPlan.builder().removePartitioning("t").build();
    private static final String TRIGGERS =
            "SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY 1";

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    private final List<String> events = new ArrayList<>();
    private Consumer<RollbackStep> atStep = step -> {};

    /** Triggers of the user's own fire once for each write, before, while and after the run. */
    @ParameterizedTest
    @MethodSource("servers")
    void triggersOfTheUsersGoOn(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            db.execute("CREATE TABLE seen (n bigint AUTO_INCREMENT PRIMARY KEY, what varchar(100));"
                    + "CREATE TRIGGER mine AFTER INSERT ON t FOR EACH ROW"
                    + " INSERT INTO seen (what) VALUES (concat(NEW.id, ' ', NEW.v))");
            atStep = step -> {
                if (step.kind() == StepKind.COPY_ROWS || step.summary().contains("keys and indexes")) {
                    db.execute("INSERT INTO t (v) VALUES (7)");
                    assertThat(
                                    db.query(
                                            "SELECT count(*) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()"))
                            .isNotEmpty();
                }
            };
            proven(rollback(db, db.dataSource())
                    .revert(rollback(db, db.dataSource()).plan(REMOVE), options()));
            db.execute("INSERT INTO t (v) VALUES (8)");
            assertThat(db.query(TRIGGERS)).containsExactly(List.of("mine"));
            assertThat(db.query("SELECT what FROM seen ORDER BY n"))
                    .isEqualTo(db.query("SELECT concat(id, ' ', v) FROM t WHERE id > 1000 ORDER BY id"))
                    .hasSize(3);
            assertThat(events).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anOfflineRunKeepsWritersWaiting(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            List<String> refused = new ArrayList<>();
            atStep = step -> {
                if (step.kind() == StepKind.COPY_ROWS) {
                    refused.add(write(db));
                }
            };
            Rollback rollback = rollback(db, db.dataSource());
            proven(rollback.revert(
                    rollback.plan(REMOVE),
                    RevertOptions.builder()
                            .allowDataLoss(true)
                            .forceOffline(true)
                            .build()));
            assertThat(refused).hasSize(1).first().asString().contains("1205");
            assertThat(write(db)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTableThatCannotBeFollowedSaysWhy(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            db.execute("ALTER TABLE t DROP PRIMARY KEY, MODIFY id bigint NOT NULL, ADD KEY (id)");
            Rollback rollback = rollback(db, db.dataSource());
            RollbackPlan plan = rollback.plan(REMOVE);
            assertThat(plan.notes().toString()).contains("Writers wait", db.name() + ".t", "no key");
            assertThat(plan.steps())
                    .filteredOn(s -> s.kind() == StepKind.COPY_ROWS)
                    .allMatch(s -> s.lock() == LockLevel.WRITERS_WAIT);
            proven(rollback.revert(plan, options()));
            assertThat(events).anyMatch(e -> e.startsWith("warning: Writers wait") && e.contains("no key"));
        });
    }

    /** An emptied table has fired no trigger: whoever empties it waits, or the run begins again. */
    @ParameterizedTest
    @MethodSource("servers")
    void aTableThatIsEmptiedMeanwhileIsEmptyAfterwards(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            List<CompletableFuture<Void>> emptied = new ArrayList<>();
            atStep = step -> {
                if (step.kind() == StepKind.COPY_ROWS && emptied.isEmpty()) {
                    emptied.add(CompletableFuture.runAsync(() -> db.execute("TRUNCATE TABLE t")));
                    await(() -> db.query("SELECT 1 FROM information_schema.PROCESSLIST WHERE INFO LIKE 'TRUNCATE%'"
                                            + " AND STATE LIKE 'Waiting%'")
                                    .size()
                            == 1);
                }
            };
            Rollback rollback = rollback(db, db.dataSource());
            proven(rollback.revert(rollback.plan(REMOVE), options()));
            emptied.get(0).join();
            assertThat(db.query("SELECT count(*) FROM t")).containsExactly(List.of("0"));
            assertThat(db.query(TRIGGERS)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anOpenTransactionInFrontIsNamed(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            try (Connection other = db.connection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("UPDATE t SET v = 1 WHERE id = 1");
                blocked(db, "session " + number(other));
                other.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(db.query(TRIGGERS)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void lockedTablesInFrontAreNamed(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            try (Connection other = db.connection();
                    Statement statement = other.createStatement()) {
                statement.execute("LOCK TABLES t WRITE");
                // MariaDB tells of them by a plugin that is not always there
                blocked(db, db.server() instanceof TestMariaDb ? "another session" : "session " + number(other));
                statement.execute("UNLOCK TABLES");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(db.query(TRIGGERS)).isEmpty();
        });
    }

    /** The triggers cannot go either while the transaction is there; they harm nobody, and the next run ends them. */
    @ParameterizedTest
    @MethodSource("servers")
    void anOpenTransactionInFrontOfTheExchangeIsNamed(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            try (Connection other = db.connection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                atStep = step -> {
                    if (step.kind() == StepKind.COPY_ROWS) {
                        run(statement, "UPDATE t SET v = 1 WHERE id = 1");
                    }
                };
                blocked(db, "session " + number(other));
                assertThat(db.query(TRIGGERS)).hasSize(3);
                statement.execute("UPDATE t SET v = 2 WHERE id = 2");
                other.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            atStep = step -> {};
            Rollback rollback = rollback(db, db.dataSource());
            proven(rollback.revert(rollback.plan(REMOVE), options()));
            assertThat(db.query(TRIGGERS)).isEmpty();
            assertThat(db.query("SELECT sum(v) FROM t")).containsExactly(List.of("3"));
        });
    }

    private void blocked(TestDatabase db, String who) {
        Rollback rollback = rollback(db, db.dataSource());
        RollbackPlan plan = rollback.plan(REMOVE);
        assertThatThrownBy(() -> rollback.revert(
                        plan,
                        RevertOptions.builder()
                                .allowDataLoss(true)
                                .lockTimeout(Duration.ofSeconds(1))
                                .lockPatience(Duration.ofSeconds(2))
                                .build()))
                .isInstanceOf(RollbackFailedException.class)
                .hasMessageContaining(who);
        assertThat(db.query("SHOW CREATE TABLE t").toString()).contains("PARTITION");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aPoolThatIsTooSmallIsRefused(Supplier<TestMysqlServer> server) {
        withTable(server, "", db -> {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(db.url());
            config.setUsername(db.user());
            config.setPassword(db.password());
            config.setMaximumPoolSize(3);
            config.setConnectionTimeout(500);
            try (HikariDataSource pool = new HikariDataSource(config)) {
                Rollback rollback = rollback(db, pool);
                RollbackPlan plan = rollback.plan(REMOVE);
                assertThatThrownBy(() -> rollback.revert(plan, options()))
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageContaining("takes 4 connections")
                        .hasMessageContaining("gives 3");
                assertThat(rollback.history()).isEmpty();
                proven(rollback.revert(
                        plan,
                        RevertOptions.builder()
                                .allowDataLoss(true)
                                .forceOffline(true)
                                .build()));
            }
        });
    }

    private static RevertOptions options() {
        return RevertOptions.builder().allowDataLoss(true).build();
    }

    private static void proven(RollbackReport report) {
        assertThat(report.isProven()).as(report.toText()).isTrue();
    }

    private static long number(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT connection_id()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's number of what refused a write; empty when nothing did. */
    private static String write(TestDatabase db) {
        try (Connection connection = db.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_wait_timeout = 1");
            statement.execute("INSERT INTO t (v) VALUES (7)");
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getErrorCode());
        }
    }

    private static void await(Supplier<Boolean> condition) {
        try {
            for (int i = 0; i < 100 && !condition.get(); i++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(condition.get()).isTrue();
    }

    private void withTable(Supplier<TestMysqlServer> server, String more, Consumer<TestDatabase> test) {
        try (TestDatabase db = server.get().freshDatabase()) {
            db.execute("CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, v bigint NOT NULL" + more
                    + ", PRIMARY KEY (id)) PARTITION BY HASH (id) PARTITIONS 3");
            StringBuilder rows = new StringBuilder("INSERT INTO t (id, v) VALUES (1, 0)");
            for (int id = 2; id <= 1000; id++) {
                rows.append(", (").append(id).append(", 0)");
            }
            db.execute(rows.toString());
            try {
                test.accept(db);
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + db.name() + "_b");
            }
        }
    }

    private Rollback rollback(TestDatabase db, DataSource source) {
        return Rollback.builder(source)
                .schemas(db.name())
                .backupSchema(db.name() + "_b")
                .listener(new RollbackListener() {
                    @Override
                    public void stepStarted(RollbackStep step) {
                        atStep.accept(step);
                    }

                    @Override
                    public void retrying(int attempt, String reason) {
                        events.add("retrying: " + reason);
                    }

                    @Override
                    public void warning(String message) {
                        events.add("warning: " + message);
                    }
                })
                .build();
    }
}
