// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.StepKind;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Others write while rows are copied: nothing is lost or doubled, no writer fails, and none waits for the copy. */
class MysqlOnlineTest {
    private static final int ROWS = 200_000;
    private static final RevertOptions ACCEPTING =
            RevertOptions.builder().allowDataLoss(true).build();

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    private final List<String> events = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("servers")
    void partitioningIsRemovedUnderLoad(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            db.execute(
                    "CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, v bigint NOT NULL, filler varchar(100) NOT NULL"
                            + " DEFAULT 'some text that makes the row longer', PRIMARY KEY (id))"
                            + " PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100000), PARTITION p1 VALUES LESS THAN MAXVALUE)");
            fill(db, "INSERT INTO t (id, v)", "");
            Rollback rollback = rollback(db);
            try (Writers writers = new Writers(db, "(id, v) VALUES (%d, %d)", ROWS)) {
                RollbackPlan plan = rollback.plan(
                        ExplicitPlan.builder().removePartitioning("t").build());
                assertThat(plan.notes().toString()).contains("Others go on writing");
                assertThat(plan.steps())
                        .filteredOn(s -> s.kind() == StepKind.COPY_ROWS)
                        .allMatch(s -> s.lock() == LockLevel.NONE);
                RollbackReport report = rollback.revert(plan, ACCEPTING);
                proven(report, writers.judge());
                assertThat(db.query("SHOW CREATE TABLE t").toString()).doesNotContain("PARTITION");
                clean(db, rollback, report);
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + db.name() + "_b");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDroppedColumnComesBackUnderLoad(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            db.execute("CREATE TABLE t (id bigint NOT NULL PRIMARY KEY, gone varchar(40) NOT NULL DEFAULT 'later',"
                    + " v bigint NOT NULL, KEY (gone))");
            fill(db, "INSERT INTO t (id, v, gone)", ", concat('old ', n)");
            Rollback rollback = rollback(db);
            try {
                rollback.capture(CaptureOptions.of("before"));
                db.execute("ALTER TABLE t DROP COLUMN gone");
                try (Writers writers = new Writers(db, "(id, v) VALUES (%d, %d)", ROWS)) {
                    RollbackReport report = rollback.revert(rollback.plan("before"), ACCEPTING);
                    proven(report, writers.judge());
                    // a row that was renumbered after the exchange keeps its value
                    assertThat(db.query("SELECT count(*) FROM t WHERE gone <> concat('old ', id)" + " AND (id <= "
                                    + ROWS + " OR gone <> 'later' AND gone NOT LIKE 'old %')"))
                            .containsExactly(List.of("0"));
                    clean(db, rollback, report);
                }
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + db.name() + "_b");
            }
        }
    }

    private static void fill(TestDatabase db, String insert, String more) {
        db.execute(insert + " SELECT n, 0" + more
                + " FROM (SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d"
                + " + 100000 * g.d AS n FROM " + digits("a") + ", " + digits("b") + ", " + digits("c") + ", "
                + digits("e") + ", " + digits("f") + ", (SELECT 0 AS d UNION ALL SELECT 1) g) x");
    }

    private static String digits(String alias) {
        return "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL"
                + " SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) " + alias;
    }

    private Rollback rollback(TestDatabase db) {
        return Rollback.builder(db.dataSource())
                .schemas(db.name())
                .backupSchema(db.name() + "_b")
                .listener(new RollbackListener() {
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

    private void proven(RollbackReport report, Duration longestWait) {
        assertThat(report.isProven()).as(report.toText()).isTrue();
        assertThat(events).isEmpty();
        Duration beside = report.steps().stream()
                .takeWhile(s -> s.step().kind() != StepKind.EXCHANGE)
                .map(StepResult::took)
                .reduce(Duration.ZERO, Duration::plus);
        System.out.printf(
                "rows beside: %d ms, whole run: %d ms, longest wait of a writer: %d ms%n",
                beside.toMillis(), report.took().toMillis(), longestWait.toMillis());
        assertThat(longestWait).isLessThan(report.took().dividedBy(2));
    }

    private static void clean(TestDatabase db, Rollback rollback, RollbackReport report) {
        rollback.cleanup(report.run());
        assertThat(db.query("SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()"))
                .isEmpty();
        assertThat(db.query("SHOW TABLES")).containsExactly(List.of("t"));
        assertThat(db.query(
                        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = concat(DATABASE(), '_b')"
                                + " AND (TABLE_NAME LIKE 'rollback_touched%' OR TABLE_NAME LIKE 'run%')"))
                .isEmpty();
    }
}
