// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.BackupCheck;
import dev.rollback.model.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Backups that somebody has tampered with are refused, whatever is asked of them; nothing is touched. */
public abstract class BadBackupContract implements Contract {
    private static final String SPOILT = "DELETE FROM %backup%.customers_backup WHERE id = 3";
    private static final List<String> MANIFESTS = List.of(
            "manifest = replace(manifest, 'customers', 'clients')",
            "manifest = left(manifest, 100)",
            "manifest = concat(manifest, ' ')",
            "manifest = ''",
            "manifest = NULL",
            "manifest = 'no JSON at all'",
            "sha256 = repeat('0', 64)",
            "sha256 = NULL");
    /** What was written need not be what we write, even when the sum is right. */
    private static final List<String> FOREIGN = List.of(
            "no JSON at all",
            "",
            "null",
            "{}",
            "[]",
            "42",
            "{\"format\": \"rollback-manifest-9\"}",
            "{\"format\": \"rollback-manifest-1\", \"label\": \"before\", \"objects\": []}");

    private static final Map<String, String> TABLES = Map.of(
            "missing", "DROP TABLE %backup%.customers_backup",
            "row changed", "UPDATE %backup%.customers_backup SET email = 'x' WHERE id = 3",
            "value to null", "UPDATE %backup%.customers_backup SET born = NULL WHERE id = 3",
            "row deleted", SPOILT,
            "row added", "INSERT INTO %backup%.customers_backup (id, name) VALUES (99, 'more')",
            "emptied", "TRUNCATE TABLE %backup%.customers_backup",
            "column dropped", "ALTER TABLE %backup%.customers_backup DROP COLUMN born",
            "column renamed", "ALTER TABLE %backup%.customers_backup RENAME COLUMN born TO died");

    @Test
    void corruptManifests() {
        Stream<String> foreign =
                FOREIGN.stream().map(m -> "manifest = '" + m + "', sha256 = '" + Fingerprint.of(m) + "'");
        try (Sample sample = Sample.migrated(server())) {
            sample.execute("CREATE TABLE %backup%.untouched AS SELECT manifest, sha256 FROM %backup%.rollback_backup");
            Stream.concat(MANIFESTS.stream(), foreign).forEach(change -> {
                sample.execute("UPDATE %backup%.rollback_backup SET " + change);
                everythingRefuses(sample);
                sample.execute("UPDATE %backup%.rollback_backup SET manifest = (SELECT manifest FROM"
                        + " %backup%.untouched), sha256 = (SELECT sha256 FROM %backup%.untouched)");
            });
            sample.execute("UPDATE %backup%.rollback_backup SET sha256 = repeat('0', 64)");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> sample.rollback().plan("before"), "before", "manifest");
            sample.rollback().capture("another");
            assertThat(sample.rollback().verify("another").findings()).isEmpty();
        }
    }

    private static void everythingRefuses(Sample sample) {
        Rollback rollback = sample.rollback();
        Class<RollbackRefusedException> refused = RollbackRefusedException.class;
        sample.fails(refused, () -> rollback.plan("before"), "before", "manifest");
        sample.fails(refused, () -> rollback.verify("before"), "before", "manifest");
        for (BackupCheck check : List.of(rollback.checkBackup("before"), rollback.drillBackup("before"))) {
            assertThat(check.problems())
                    .singleElement()
                    .asString()
                    .contains("manifest of backup 'before' is corrupt")
                    .endsWith(".");
        }
        assertThat(rollback.backups()).hasSize(1);
        assertThat(rollback.status().backups()).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> alteredBackupTable() {
        Map<String, String> changes = new TreeMap<>(TABLES);
        changes.put("renamed", ContractSql.part(server(), "backup", "rename"));
        return changes.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> alteredBackupTable(e.getValue())));
    }

    private void alteredBackupTable(String change) {
        try (Sample sample = Sample.migrated(server())) {
            sample.execute(change);
            Rollback rollback = sample.rollback();
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.revert(rollback.plan("before"), Sample.accepting()),
                    "%backup%.customers_backup");
            BackupCheck check = rollback.checkBackup("before");
            assertThat(check.problems()).anyMatch(p -> p.contains("customers_backup") && p.endsWith("."));
            assertThat(rollback.drillBackup("before").isSound()).isFalse();
        }
    }

    /** A backup that is spoilt between the plan and the run. */
    @Test
    void spoiltBetweenPlanAndRevert() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            var plan = rollback.plan("before");
            sample.execute(SPOILT);
            sample.refuses(
                    RollbackRefusedException.class,
                    () -> rollback.revert(plan, Sample.accepting()),
                    "%backup%.customers_backup");
        }
    }

    @Test
    void droppedBackupSchema() {
        try (Sample sample = Sample.migrated(server())) {
            sample.execute(ContractSql.part(server(), "backup", "drop"));
            Rollback rollback = sample.rollback();
            List<ThrowingCallable> commands = List.of(
                    () -> rollback.plan("before"),
                    () -> rollback.verify("before"),
                    () -> rollback.checkBackup("before"),
                    () -> rollback.drillBackup("before"),
                    () -> rollback.markMigrated("before"),
                    () -> rollback.adopt("adopted", "before", Map.of("customers", "customers_backup")),
                    () -> rollback.resume("1"),
                    () -> rollback.resume(null),
                    () -> rollback.cleanup("1"));
            for (ThrowingCallable command : commands) {
                sample.fails(
                        InvalidInputException.class,
                        command,
                        "Backup schema %backup% not found",
                        "--backup-schema",
                        "external dump");
            }
            assertThat(rollback.backups()).isEmpty();
            assertThat(rollback.history()).isEmpty();
            assertThat(rollback.status().openRuns()).isEmpty();
            assertThat(rollback.prune(0).removed()).isEmpty();
            assertThat(sample.database().hasSchema(sample.database().backupSchema()))
                    .isFalse();
        }
    }

    @TestFactory
    Stream<DynamicTest> oneOfOurTablesIsGone() {
        return Stream.of("run", "step", "kept", "row_state", "quarantine", "loss")
                .map(t -> "rollback_" + t)
                .map(t -> DynamicTest.dynamicTest(t, () -> {
                    try (Sample sample = Sample.migrated(server())) {
                        sample.execute("DROP TABLE %backup%." + t);
                        String structure = sample.structure();
                        Rollback rollback = sample.rollback();
                        try {
                            sample.proves(rollback.revert(rollback.plan("before"), Sample.accepting()));
                        } catch (RollbackException e) {
                            Sample.isClear(e);
                            assertThat(e).hasMessageContaining(t);
                            assertThat(sample.structure()).isEqualTo(structure);
                        }
                    }
                }));
    }
}
