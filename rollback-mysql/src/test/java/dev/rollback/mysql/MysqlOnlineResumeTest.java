// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Phase;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run over a table with triggers is killed at each of its steps: others can go on writing, and it can be resumed. */
class MysqlOnlineResumeTest {
    private static final ExplicitPlan REMOVE =
            ExplicitPlan.builder().removePartitioning("t").build();
    private static final RevertOptions ONLINE =
            RevertOptions.builder().allowDataLoss(true).build();
    private static final RevertOptions OFFLINE =
            RevertOptions.builder().allowDataLoss(true).forceOffline(true).build();

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void killedAtEachStep(Supplier<TestMysqlServer> server) {
        int steps = killed(server, new Killer(0, false, false), ONLINE);
        for (int step = 1; step <= steps; step++) {
            killed(server, new Killer(step, false, false), ONLINE);
            killed(server, new Killer(step, true, false), ONLINE);
        }
        killed(server, new Killer(0, false, true), ONLINE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void killedAtEachStepOffline(Supplier<TestMysqlServer> server) {
        int steps = killed(server, new Killer(0, false, false), OFFLINE);
        for (int step = 1; step <= steps; step++) {
            killed(server, new Killer(step, false, false), OFFLINE);
        }
    }

    /** Tells how many steps there are. */
    private static int killed(Supplier<TestMysqlServer> server, Killer killer, RevertOptions options) {
        try (TestDatabase db = server.get().freshDatabase()) {
            db.execute("CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, v bigint NOT NULL, PRIMARY KEY (id))"
                    + " PARTITION BY HASH (id) PARTITIONS 3;"
                    + "CREATE TABLE seen (n bigint AUTO_INCREMENT PRIMARY KEY, what varchar(100));"
                    + "CREATE TRIGGER mine AFTER INSERT ON t FOR EACH ROW INSERT INTO seen (what) VALUES (NEW.v);"
                    + "INSERT INTO t (v) VALUES (1), (2), (3), (4), (5)");
            killer.db = db;
            Rollback doomed = rollback(db, killer);
            try {
                RollbackPlan plan = doomed.plan(REMOVE);
                if (killer.kills()) {
                    assertThatThrownBy(() -> doomed.revert(plan, options))
                            .as(killer.toString())
                            .isInstanceOf(RollbackFailedException.class);
                    db.execute("INSERT INTO t (v) VALUES (6); UPDATE t SET v = v + 10 WHERE id = 1;"
                            + "DELETE FROM t WHERE id = 2");
                    RollbackReport report =
                            rollback(db, new RollbackListener() {}).resume(null);
                    assertThat(report.isProven())
                            .as(killer + "\n" + report.toText())
                            .isTrue();
                } else {
                    assertThat(doomed.revert(plan, options).isProven()).isTrue();
                    db.execute("INSERT INTO t (v) VALUES (6); UPDATE t SET v = v + 10 WHERE id = 1;"
                            + "DELETE FROM t WHERE id = 2");
                }
                right(db, killer.toString());
                return plan.steps().size();
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + db.name() + "_b");
            }
        }
    }

    private static void right(TestDatabase db, String when) {
        assertThat(db.query("SHOW CREATE TABLE t").toString()).as(when).doesNotContain("PARTITION");
        assertThat(db.query("SELECT v FROM t ORDER BY id"))
                .as(when)
                .containsExactly(List.of("11"), List.of("3"), List.of("4"), List.of("5"), List.of("6"));
        assertThat(db.query("SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()"))
                .as(when)
                .containsExactly(List.of("mine"));
        assertThat(db.query("SHOW TABLES")).as(when).containsExactly(List.of("seen"), List.of("t"));
        assertThat(db.query(
                        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = concat(DATABASE(), '_b')"
                                + " AND TABLE_NAME LIKE 'rollback_touched%'"))
                .as(when)
                .isEmpty();
    }

    private static Rollback rollback(TestDatabase db, RollbackListener listener) {
        return Rollback.builder(db.dataSource())
                .schemas(db.name())
                .backupSchema(db.name() + "_b")
                .listener(listener)
                .build();
    }

    /** Kills all sessions when a step begins, or when it has ended, or when rows are proven. */
    private static final class Killer implements RollbackListener {
        private final int step;
        private final boolean afterwards;
        private final boolean proving;
        private TestDatabase db;
        private boolean done;

        Killer(int step, boolean afterwards, boolean proving) {
            this.step = step;
            this.afterwards = afterwards;
            this.proving = proving;
        }

        boolean kills() {
            return step > 0 || proving;
        }

        @Override
        public void stepStarted(RollbackStep started) {
            if (started.number() == step && !afterwards) {
                kill();
            }
        }

        @Override
        public void stepFinished(RollbackStep finished, long rows, Duration took) {
            if (finished.number() == step && afterwards) {
                kill();
            }
        }

        @Override
        public void working(Phase phase, String what) {
            if (proving && phase == Phase.PROVING) {
                kill();
            }
        }

        private void kill() {
            if (done) {
                return;
            }
            done = true;
            for (List<String> session : db.query("SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                    + " AND id <> CONNECTION_ID()")) {
                db.execute("KILL " + session.get(0));
            }
        }

        @Override
        public String toString() {
            return proving ? "while proving" : (afterwards ? "after step " : "before step ") + step;
        }
    }
}
