// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.BackupCheck;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.PgDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups that somebody has tampered with are refused, whatever is asked of them; nothing is touched. */
class BadInputBackupTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            values swapped | UPDATE migration_backup.customers_backup SET id = 41 - id
            type narrowed  | ALTER TABLE migration_backup.customers_backup ALTER email TYPE varchar(3) USING left(email, 3)
            type changed   | ALTER TABLE migration_backup.customers_backup ALTER born TYPE text USING to_char(born, 'DD.MM.YYYY')
            """)
    void alteredBackupTable(String what, String change) {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            sample.execute(change);
            Rollback rollback = sample.rollback();
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.revert(rollback.plan("before"), Sample.accepting()),
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
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            sample.execute(
                    "ALTER TABLE migration_backup.customers_backup ALTER id TYPE bigint, ALTER email TYPE varchar");
            assertThat(sample.rollback().drillBackup("before").problems()).isEmpty();
            sample.worksNow();
        }
    }

    @Test
    void otherTablesOfTheBackupSchemaDoNotMatter() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            sample.execute("CREATE TABLE migration_backup.customers_backup_2 (x integer)");
            sample.rollback().capture("second");
            assertThat(sample.rollback().checkBackup("second").isSound()).isTrue();
            sample.worksNow();
            assertThat(sample.value("SELECT count(*) FROM migration_backup.customers_backup_2"))
                    .isEqualTo("0");
        }
    }

    @Test
    void backupSchemaDroppedBetweenPlanAndRevert() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            Rollback rollback = sample.rollback();
            var plan = rollback.plan("before");
            sample.execute("DROP SCHEMA migration_backup CASCADE");
            sample.refuses(
                    RollbackRefusedException.class,
                    () -> rollback.revert(plan, Sample.accepting()),
                    "customers_backup");
        }
    }

    @Test
    void anotherBackupSchemaThanThatOfTheCapture() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
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
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            sample.execute("CREATE SCHEMA migration_backup CREATE TABLE customers_backup (mine integer)");
            String mine = PgDump.schema(ScenarioPostgres.of(sample), "migration_backup");
            assertThat(sample.rollback().backups()).isEmpty();
            assertThat(sample.rollback().history()).isEmpty();
            assertThat(PgDump.schema(ScenarioPostgres.of(sample), "migration_backup"))
                    .isEqualTo(mine);
            sample.rollback().capture("before");
            sample.execute("ALTER TABLE customers DROP COLUMN email");
            sample.worksNow();
            assertThat(sample.value("SELECT count(*) FROM migration_backup.customers_backup"))
                    .isEqualTo("0");
        }
    }
}
