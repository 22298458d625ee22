// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.capture.Restored;
import dev.rollback.revert.Run;
import dev.rollback.verify.Level;
import dev.rollback.verify.Verification;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a run leaves behind for those who ask later: rows that plain SQL reads, the state before it, and how it ended. */
public abstract class AuditContract implements Contract {
    @Test
    void plainSqlTellsWhoDidWhatAndWhy() {
        try (Sample sample = Sample.migrated(server())) {
            sample.execute("UPDATE orders SET paid = true WHERE id <= 5");
            Rollback rollback = sample.rollback();
            RollbackReport report = rollback.revert(
                    rollback.plan("before"),
                    RevertOptions.builder()
                            .allowDataLoss(true)
                            .operator("mary")
                            .reason("checkout broken")
                            .ticket("OPS-1")
                            .build());
            sample.proves(report);
            ContractDatabase database = sample.database();
            String ours = database.backupSchema();
            String rows = server().quote("rows");
            assertThat(database.query(
                            "SELECT id, target, state, mode, operator, reason, ticket, plan_hash, safety_label"
                                    + " FROM " + ours + ".rollback_run"))
                    .containsExactly(List.of(
                            "1",
                            "before",
                            "DONE",
                            "merge",
                            "mary",
                            "checkout broken",
                            "OPS-1",
                            rollback.history().get(0).planHash(),
                            "safety-run-1"));
            List<List<String>> steps = report.steps().stream()
                    .map(s -> List.of(
                            String.valueOf(s.step().number()),
                            s.step().kind().label(),
                            s.step().object().toString(),
                            "DONE",
                            String.valueOf(s.rows())))
                    .toList();
            assertThat(database.query("SELECT number, kind, object, state, " + rows + " FROM " + ours
                            + ".rollback_step WHERE run = 1 ORDER BY number"))
                    .isEqualTo(steps);
            assertThat(sample.value("SELECT count(*) FROM %backup%.rollback_step WHERE millis < 0 OR millis IS NULL"))
                    .isEqualTo("0");
            assertThat(database.query("SELECT column_name, " + rows + ", accepted_by FROM " + ours
                            + ".rollback_loss WHERE accepted_by <> ''"))
                    .containsExactly(List.of("paid", "5", "mary"));
            assertThat(sample.value("SELECT count(*) FROM %backup%.rollback_run WHERE ended >= started"))
                    .isEqualTo("1");
            assertThat(sample.value("SELECT count(*) FROM %backup%.orders_backup_2 WHERE paid = true"))
                    .as("what was lost is in the safety backup")
                    .isEqualTo("5");
        }
    }

    @Test
    void aRestoreIsRecordedToo() {
        try (Sample sample = Sample.captured(server())) {
            String rescue = sample.database().backupSchema() + "_rescue";
            try {
                Restored restored = sample.rollback().restore("before", rescue);
                assertThat(restored.rows()).isEqualTo(70);
                Run run = sample.rollback().history().get(0);
                assertThat(List.of(run.target(), run.mode(), run.operator()))
                        .containsExactly(
                                "before", "restore", RevertOptions.defaults().operator());
                assertThat(run.state()).isEqualTo(Run.State.DONE);
                assertThat(run.message()).contains(rescue, "2 tables", "70 rows");
                assertThat(sample.value("SELECT count(*) FROM %backup%.rollback_run WHERE ended >= started"))
                        .isEqualTo("1");
                assertThat(sample.rollback().status().openRuns()).isEmpty();
                sample.execute("ALTER TABLE orders ADD COLUMN paid boolean");
                sample.worksNow();
            } finally {
                drop(sample, rescue);
            }
        }
    }

    /** Rows that the backup was not taken with: found when its rules come back, or when the rows are compared. */
    @TestFactory
    Stream<DynamicTest> aRestoreThatFailsIsRecordedWithItsReason() {
        return Stream.of(
                        "UPDATE %backup%.customers_backup SET email = 'the same' WHERE id <= 2",
                        "UPDATE %backup%.customers_backup SET name = 'another' WHERE id = 1")
                .map(damage -> dynamicTest(damage, () -> {
                    try (Sample sample = Sample.captured(server())) {
                        String rescue = sample.database().backupSchema() + "_rescue";
                        try {
                            sample.execute(damage);
                            failsAndIsRecorded(sample, rescue);
                        } finally {
                            drop(sample, rescue);
                        }
                    }
                }));
    }

    private void drop(Sample sample, String schema) {
        if (sample.database().hasSchema(schema)) {
            sample.execute(ContractSql.part(server(), "backup", "drop").replace("%backup%", schema));
        }
    }

    private static void failsAndIsRecorded(Sample sample, String rescue) {
        Rollback rollback = sample.rollback();
        RollbackException failure =
                sample.refuses(RollbackException.class, () -> rollback.restore("before", rescue), "before", rescue);
        Run run = rollback.history().get(0);
        assertThat(List.of(run.target(), run.mode())).containsExactly("before", "restore");
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(List.of(run.message().split("\\s+")))
                .isEqualTo(List.of(String.valueOf(failure.getMessage()).split("\\s+")));
        assertThat(run.ended()).isNotNull();
        assertThat(rollback.status().openRuns()).isEmpty();
    }

    @Test
    void aRunNotesThatItCheckedItsBackup() {
        try (Sample sample = Sample.migrated(server())) {
            sample.worksNow();
            Rollback rollback = sample.rollback();
            assertThat(rollback.backups())
                    .filteredOn(b -> b.label().equals("before"))
                    .singleElement()
                    .satisfies(b -> assertThat(b.checkedAt()).isNotNull());
            assertThat(rollback.status().runner()).isEmpty();
            assertThat(rollback.status().openRuns()).isEmpty();
            assertThat(rollback.status().backups()).hasSize(2);
            Run run = rollback.history().get(0);
            assertThat(run.state()).isEqualTo(Run.State.DONE);
            assertThat(run.kept()).containsExactly(sample.database().backupSchema() + ".run1_customers");
            assertThat(Duration.between(run.started(), Objects.requireNonNull(run.ended())))
                    .isPositive();
        }
    }

    @Test
    void aProofThatFailsSaysWhatToLookAt() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.builder()
                    .check(connection -> Optional.of("the smoke test fails"))
                    .build();
            RollbackReport report = rollback.revert(rollback.plan("before"), Sample.accepting());
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFICATION_FAILED);
            assertThat(report.toText())
                    .contains("the smoke test fails", "Next: ", "'verify --to before'", "safety-run-1");
            assertThat(sample.structure()).isEqualTo(sample.before());
            assertThat(rollback.history().get(0).state()).isEqualTo(Run.State.VERIFICATION_FAILED);
        }
    }

    /** It spoils its transaction; the levels after it are climbed all the same. */
    @Test
    void aHostCheckThatFailsIsOneFinding() {
        try (Sample sample = Sample.captured(server())) {
            Rollback rollback = sample.builder()
                    .check(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("SELECT * FROM never_there");
                            return Optional.empty();
                        }
                    })
                    .build();
            Verification verification = rollback.verify("before");
            assertThat(verification.findings())
                    .singleElement()
                    .satisfies(
                            f -> assertThat(f.message()).contains("never_there").doesNotContain("\n"));
            assertThat(verification.levels()).anyMatch(r -> r.level() == Level.QUERY_PLANS && r.compared() > 0);
        }
    }
}
