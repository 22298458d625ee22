// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run whose connection is killed half-way goes on to the end that it was begun for. */
class MysqlResumeTest {
    private static final RevertOptions ACCEPTING =
            RevertOptions.builder().allowDataLoss(true).build();

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anExplicitPlanGoesOnFromTheStructureItWasMadeFor(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            String backupSchema = db.name() + "_b";
            db.execute("CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)");
            String before = MysqlDump.schema(db);
            db.execute("CREATE TABLE gone (id int PRIMARY KEY); CREATE TABLE later (id int PRIMARY KEY);"
                    + "INSERT INTO gone VALUES (1); INSERT INTO later VALUES (1); ALTER TABLE t ADD v int");
            ExplicitPlan wishes = ExplicitPlan.builder()
                    .dropTable("gone")
                    .dropTable("later")
                    .dropColumn("t", "v")
                    .build();
            Rollback rollback = rollback(db, backupSchema, new RollbackListener() {});
            try {
                int last = rollback.plan(wishes).steps().size();
                Rollback killed = rollback(db, backupSchema, new RollbackListener() {
                    private int started;

                    @Override
                    public void stepStarted(RollbackStep step) {
                        if (++started == last) {
                            killOthers(db);
                        }
                    }
                });
                RollbackPlan plan = killed.plan(wishes);
                assertThatThrownBy(() -> killed.revert(plan, ACCEPTING))
                        .isInstanceOf(RollbackFailedException.class)
                        .hasMessageContaining("resume 1");
                assertThat(MysqlDump.schema(db)).isNotEqualTo(before);

                db.execute("CREATE TABLE made_meanwhile (id int PRIMARY KEY)");
                assertThatThrownBy(() -> rollback.resume("1"))
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageContaining("made_meanwhile");
                db.execute("DROP TABLE made_meanwhile");
                RollbackReport report = rollback.resume("1");

                assertThat(report.isProven()).as(report.toText()).isTrue();
                assertThat(MysqlDump.schema(db)).isEqualTo(before);
                assertThat(rollback.status().openRuns()).isEmpty();
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + backupSchema);
            }
        }
    }

    private static Rollback rollback(TestDatabase db, String backupSchema, RollbackListener listener) {
        return Rollback.builder(db.dataSource())
                .schemas(db.name())
                .backupSchema(backupSchema)
                .listener(listener)
                .build();
    }

    private static void killOthers(TestDatabase db) {
        for (List<String> session : db.query(
                "SELECT id FROM information_schema.processlist WHERE db = DATABASE()" + " AND id <> CONNECTION_ID()")) {
            db.execute("KILL " + session.get(0));
        }
    }
}
