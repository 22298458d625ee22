// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.Gate;
import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.RestoreMode;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.Advice.Decision;
import dev.rollback.plan.RollbackPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Derived plans as a host uses them: saved, limited, in either mode, behind a gate, tried without a change. */
public abstract class PlanContract implements Contract {
    @Test
    void aSavedPlanIsAPromise() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            String saved = rollback.plan("before").toJson();
            assertThat(rollback.loadPlan(saved).toJson()).isEqualTo(saved);
            sample.fails(
                    InvalidInputException.class,
                    () -> rollback.loadPlan(saved.replace("\"mode\"", "\"mOde\"")),
                    "plan");
            sample.execute("ALTER TABLE orders ADD later integer");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.loadPlan(saved),
                    "table %schema%.orders has changed");
            sample.execute("ALTER TABLE orders DROP COLUMN later");
            sample.proves(rollback.revert(rollback.loadPlan(saved), Sample.accepting()));
        }
    }

    /** Between the plan and the run. */
    @Test
    void driftIsRefused() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            RollbackPlan plan = rollback.plan("before");
            sample.execute("CREATE TABLE meanwhile (id integer PRIMARY KEY)");
            sample.refuses(
                    RollbackRefusedException.class, () -> rollback.revert(plan, Sample.accepting()), "meanwhile");
            sample.execute("DROP TABLE meanwhile");
            sample.proves(rollback.revert(plan, Sample.accepting()));
        }
    }

    @Test
    void imagePutsTheBackupBackExactly() {
        try (Sample sample = Sample.captured(server())) {
            String rows = sample.rows();
            sample.execute("""
                    UPDATE orders SET amount = 0;
                    DELETE FROM orders WHERE id = 2;
                    INSERT INTO orders VALUES (1000, 3, 7);
                    """);
            Rollback rollback = sample.rollback();
            assertThat(rollback.plan("before").isEmpty())
                    .as("merge keeps what was written")
                    .isTrue();
            RollbackPlan plan = rollback.plan("before", PlanOptions.defaults().withMode(RestoreMode.IMAGE));
            sample.refuses(RollbackRefusedException.class, () -> rollback.revert(plan), "orders");
            sample.proves(rollback.revert(plan, Sample.accepting()));
            assertThat(sample.rows()).isEqualTo(rows);
        }
    }

    @Test
    void takesBackOneTableOnly() {
        try (Sample sample = Sample.migrated(server())) {
            RollbackReport report = sample.rollback()
                    .revert(
                            sample.rollback()
                                    .plan("before", PlanOptions.defaults().withOnly(List.of("customers"))),
                            Sample.accepting());
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(sample.rollback().verify("before").findings())
                    .isNotEmpty()
                    .allSatisfy(f -> assertThat(f.object())
                            .isEqualTo("table " + sample.database().schema() + ".orders"));
        }
    }

    @Test
    void gatesAreAskedUnlessItIsAnEmergency() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback gated = sample.builder()
                    .gate((plan, options) -> Optional.of("The maintenance window is closed."))
                    .build();
            RollbackPlan plan = gated.plan("before");
            sample.refuses(
                    RollbackRefusedException.class,
                    () -> gated.revert(plan, Sample.accepting()),
                    "The maintenance window is closed.");
            RevertOptions.Builder emergency =
                    RevertOptions.builder().allowDataLoss(true).force(true);
            assertThat(gated.revert(plan, emergency.dryRun(true).build()).outcome())
                    .isEqualTo(Outcome.DRY_RUN);
            sample.proves(gated.revert(plan, emergency.dryRun(false).build()));
        }
    }

    @Test
    void lossesMayTakeATicket() {
        try (Sample sample = Sample.migrated(server())) {
            sample.execute("UPDATE orders SET paid = true");
            Rollback gated = sample.builder().gate(Gate.ticketForLosses()).build();
            RollbackPlan plan = gated.plan("before");
            assertThat(plan.lossesToAccept()).isNotEmpty();
            sample.refuses(
                    RollbackRefusedException.class, () -> gated.revert(plan, Sample.accepting()), "change ticket");
            sample.proves(gated.revert(
                    plan,
                    RevertOptions.builder().allowDataLoss(true).ticket("OPS-1").build()));
        }
    }

    @Test
    void aDryRunSaysWhatWouldBeDone() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            RollbackPlan plan = rollback.plan("before");
            RollbackReport report = rollback.revert(
                    plan,
                    RevertOptions.builder().allowDataLoss(true).dryRun(true).build());
            assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
            assertThat(report.steps().stream().map(s -> s.step()).toList()).isEqualTo(plan.steps());
            assertThat(report.toText())
                    .contains("nothing was changed")
                    .containsPattern("steps to do +" + plan.steps().size());
            assertThat(rollback.backups().get(0).checkedAt()).isNull();
            assertThat(rollback.history()).isEmpty();
        }
    }

    @Test
    void adoptsCopiesThatAScriptMade() {
        try (Sample sample = Sample.fresh(server())) {
            String rows = sample.rows();
            Rollback rollback = sample.rollback();
            rollback.capture(CaptureOptions.of("shape").withStructureOnly());
            sample.execute("""
                    CREATE TABLE %backup%.orders_by_hand AS SELECT * FROM orders;
                    ALTER TABLE orders DROP COLUMN amount;
                    """);
            rollback.adopt("script", "shape", Map.of("orders", "orders_by_hand"));
            assertThat(rollback.drillBackup("script").problems()).isEmpty();
            assertThat(rollback.revert(rollback.plan("script")).isProven()).isTrue();
            assertThat(sample.structure()).isEqualTo(sample.before());
            assertThat(sample.rows()).isEqualTo(rows);
        }
    }

    @Test
    void advisesByWhatTheMigrationDid() {
        try (Sample sample = Sample.captured(server())) {
            assertThat(decision(sample)).isEqualTo(Decision.KEEP_SCHEMA);
            sample.execute("""
                    CREATE TABLE added (id integer PRIMARY KEY);
                    ALTER TABLE orders ADD w varchar(10);
                    CREATE INDEX customers_name_idx ON customers (name);
                    """);
            assertThat(decision(sample)).as("additive").isEqualTo(Decision.KEEP_SCHEMA);
            sample.execute("ALTER TABLE customers DROP COLUMN born");
            assertThat(decision(sample)).as("breaking").isEqualTo(Decision.ROLL_BACK);
            sample.execute("UPDATE orders SET w = 'new'");
            assertThat(decision(sample)).as("lossy").isEqualTo(Decision.FORWARD_FIX);
        }
    }

    private static Decision decision(Sample sample) {
        return sample.rollback().plan("before").advice().decision();
    }

    @Test
    void marksAreSetOnce() {
        try (Sample sample = Sample.migrated(server())) {
            sample.rollback().markMigrated("before");
            assertThatThrownBy(() -> sample.rollback().markMigrated("before"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("before");
            sample.worksNow();
        }
    }
}
