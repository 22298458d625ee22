// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.BackupCheck;
import dev.rollback.model.Fingerprint;
import dev.rollback.testservers.PgDump;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that somebody has tampered with are refused, whatever is asked of them; nothing is touched. */
class BadInputBackupTest {
    private static final String BACKUP = "UPDATE migration_backup.rollback_backup SET ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest = replace(manifest, 'customers', 'clients')",
                "manifest = left(manifest, 100)",
                "manifest = manifest || ' '",
                "manifest = ''",
                "manifest = NULL",
                "manifest = 'no JSON at all'",
                "sha256 = repeat('0', 64)",
                "sha256 = NULL"
            })
    void corruptManifest(String change) {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute(BACKUP + change);
            everythingRefuses(sample);
        }
    }

    /** Even when the sum is right: what was written need not be what we write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "",
                "null",
                "{}",
                "[]",
                "42",
                "{\"format\": \"rollback-manifest-9\"}",
                "{\"format\": \"rollback-manifest-1\", \"label\": \"before\", \"objects\": []}"
            })
    void foreignManifestWithTheRightSum(String manifest) {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute(BACKUP + "manifest = '" + manifest + "', sha256 = '" + Fingerprint.of(manifest) + "'");
            everythingRefuses(sample);
        }
    }

    private static void everythingRefuses(BadInput sample) {
        Rollback rollback = sample.rollback();
        Class<RollbackRefusedException> refused = RollbackRefusedException.class;
        sample.refusesWithoutTrace(refused, () -> rollback.plan("before"), "before", "manifest");
        sample.refusesWithoutTrace(refused, () -> rollback.verify("before"), "before", "manifest");
        assertThat(rollback.checkBackup("before").problems()).singleElement().satisfies(BadInputBackupTest::namesIt);
        assertThat(rollback.drillBackup("before").problems()).singleElement().satisfies(BadInputBackupTest::namesIt);
        assertThat(rollback.backups()).hasSize(1);
        assertThat(rollback.status().backups()).hasSize(1);
        rollback.capture("another");
        assertThat(rollback.verify("another").findings()).isEmpty();
    }

    private static void namesIt(String problem) {
        assertThat(problem).contains("manifest of backup 'before' is corrupt").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing        | DROP TABLE migration_backup.customers_backup
            renamed        | ALTER TABLE migration_backup.customers_backup RENAME TO x
            row changed    | UPDATE migration_backup.customers_backup SET email = 'x' WHERE id = 3
            value to null  | UPDATE migration_backup.customers_backup SET born = NULL WHERE id = 3
            values swapped | UPDATE migration_backup.customers_backup SET id = 41 - id
            row deleted    | DELETE FROM migration_backup.customers_backup WHERE id = 3
            row added      | INSERT INTO migration_backup.customers_backup SELECT 99, name FROM migration_backup.customers_backup LIMIT 1
            emptied        | TRUNCATE migration_backup.customers_backup
            column dropped | ALTER TABLE migration_backup.customers_backup DROP COLUMN born
            column renamed | ALTER TABLE migration_backup.customers_backup RENAME born TO died
            type narrowed  | ALTER TABLE migration_backup.customers_backup ALTER email TYPE varchar(3) USING left(email, 3)
            type changed   | ALTER TABLE migration_backup.customers_backup ALTER born TYPE text USING to_char(born, 'DD.MM.YYYY')
            """)
    void alteredBackupTable(String what, String change) {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute(change);
            Rollback rollback = sample.rollback();
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.revert(rollback.plan("before"), BadInput.accepting()),
                    "migration_backup.customers_backup");
            BackupCheck check = rollback.checkBackup("before");
            assertThat(check.isSound()).as(what).isFalse();
            assertThat(check.problems()).anyMatch(p -> p.contains("customers_backup") && p.endsWith("."));
            assertThat(rollback.drillBackup("before").isSound()).as(what).isFalse();
        }
    }

    /** The same values in a wider type are the same values. */
    @Test
    void widenedBackupTableStillIsSound() {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute(
                    "ALTER TABLE migration_backup.customers_backup ALTER id TYPE bigint, ALTER email TYPE varchar");
            assertThat(sample.rollback().drillBackup("before").problems()).isEmpty();
            sample.worksNow();
        }
    }

    @Test
    void otherTablesOfTheBackupSchemaDoNotMatter() {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute("CREATE TABLE migration_backup.customers_backup_2 (x integer)");
            sample.rollback().capture("second");
            assertThat(sample.rollback().checkBackup("second").isSound()).isTrue();
            sample.worksNow();
            assertThat(sample.value("SELECT count(*) FROM migration_backup.customers_backup_2"))
                    .isEqualTo("0");
        }
    }

    @Test
    void droppedBackupSchema() {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute("DROP SCHEMA migration_backup CASCADE");
            Rollback rollback = sample.rollback();
            for (ThrowingCallable command : List.<ThrowingCallable>of(
                    () -> rollback.plan("before"),
                    () -> rollback.verify("before"),
                    () -> rollback.checkBackup("before"),
                    () -> rollback.drillBackup("before"),
                    () -> rollback.markMigrated("before"),
                    () -> rollback.adopt("adopted", "before", Map.of("customers", "customers_backup")),
                    () -> rollback.resume("1"),
                    () -> rollback.resume(null),
                    () -> rollback.cleanup("1"))) {
                sample.refuses(
                        InvalidInputException.class,
                        command,
                        "Backup schema migration_backup not found",
                        "--backup-schema",
                        "external dump");
            }
            assertThat(rollback.backups()).isEmpty();
            assertThat(rollback.history()).isEmpty();
            assertThat(rollback.status().openRuns()).isEmpty();
            assertThat(rollback.prune(0).removed()).isEmpty();
            assertThat(sample.value("SELECT to_regnamespace('migration_backup')"))
                    .isEqualTo("null");
        }
    }

    @Test
    void backupSchemaDroppedBetweenPlanAndRevert() {
        try (BadInput sample = BadInput.migrated()) {
            Rollback rollback = sample.rollback();
            var plan = rollback.plan("before");
            sample.execute("DROP SCHEMA migration_backup CASCADE");
            sample.refuses(
                    RollbackRefusedException.class,
                    () -> rollback.revert(plan, BadInput.accepting()),
                    "customers_backup");
        }
    }

    @Test
    void anotherBackupSchemaThanThatOfTheCapture() {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute("CREATE SCHEMA others");
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> sample.builder().backupSchema("typo").build().plan("before"),
                    "Backup schema typo not found");
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> sample.builder().backupSchema("others").build().plan("before"),
                    "Schema others holds no backups");
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> sample.builder().backupSchema("pg_catalog").build(),
                    "pg_catalog");
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> sample.builder().backupSchema("x".repeat(64)).build(),
                    "too long");
        }
    }

    /** A backup schema that somebody else made, or that lost some of our tables, is completed or left, never broken. */
    @Test
    void backupSchemaOfSomebodyElse() {
        try (BadInput sample = BadInput.fresh()) {
            sample.execute("CREATE SCHEMA migration_backup CREATE TABLE customers_backup (mine integer)");
            String mine = PgDump.schema(sample.database, "migration_backup");
            assertThat(sample.rollback().backups()).isEmpty();
            assertThat(sample.rollback().history()).isEmpty();
            assertThat(PgDump.schema(sample.database, "migration_backup")).isEqualTo(mine);
            sample.rollback().capture("before");
            sample.execute("ALTER TABLE customers DROP COLUMN email");
            sample.worksNow();
            assertThat(sample.value("SELECT count(*) FROM migration_backup.customers_backup"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback_run",
                "rollback_step",
                "rollback_kept",
                "rollback_row_state",
                "rollback_quarantine",
                "rollback_loss"
            })
    void oneOfOurTablesIsGone(String table) {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute("DROP TABLE migration_backup." + table);
            String structure = PgDump.schema(sample.database, "public");
            Rollback rollback = sample.rollback();
            try {
                sample.proves(rollback.revert(rollback.plan("before"), BadInput.accepting()));
            } catch (RollbackException e) {
                BadInput.isClear(e);
                assertThat(e).hasMessageContaining(table);
                assertThat(PgDump.schema(sample.database, "public")).isEqualTo(structure);
            }
        }
    }
}
