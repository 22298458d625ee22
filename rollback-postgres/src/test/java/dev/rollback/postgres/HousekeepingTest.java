// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Removal;
import dev.rollback.Removal.Stay;
import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.plan.RollbackStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is removed by age, what stays and why. */
class HousekeepingTest {

    @Test
    void whatRunsKeptStaysUntilItIsOldEnough() {
        try (BadInput sample = BadInput.migrated()) {
            sample.worksNow();
            Rollback rollback = sample.rollback();
            Removal young = rollback.cleanupOlderThan(Duration.ofHours(24));
            assertThat(young.removed()).isEmpty();
            assertThat(young.stays()).singleElement().satisfies(s -> {
                assertThat(s.name()).isEqualTo("1");
                assertThat(s.reason()).startsWith("it is not that old: it ended at 2");
            });
            Removal old = rollback.cleanupOlderThan(Duration.ZERO);
            assertThat(old.removed()).containsExactly("migration_backup.run1_customers");
            assertThat(old.stays()).isEmpty();
            assertThat(sample.value("SELECT to_regclass('migration_backup.run1_customers')"))
                    .isEqualTo("null");
        }
    }

    @Test
    void aBackupStaysForTheOriginalsOfItsRun() {
        try (BadInput sample = BadInput.migrated()) {
            sample.worksNow();
            Rollback rollback = sample.rollback();
            rollback.capture("later");
            assertThat(rollback.prune(1).stays())
                    .extracting(Stay::name)
                    .containsExactly("later", "safety-run-1", "before");
            assertThat(rollback.prune(1).stays())
                    .allSatisfy(s -> assertThat(s.reason()).startsWith("it is not that old: it was taken at 2"));
            Removal removal = rollback.prune(0);
            assertThat(removal.removed()).containsExactly("later");
            assertThat(removal.stays())
                    .containsExactly(
                            new Stay(
                                    "safety-run-1",
                                    "the originals that run 1 kept may need it; 'cleanup 1' drops them"),
                            new Stay("before", "the originals that run 1 kept may need it; 'cleanup 1' drops them"));
            rollback.cleanup("1");
            assertThat(rollback.prune(0).removed()).containsExactly("safety-run-1", "before");
        }
    }

    @Test
    void theEndOfAMigrationIsForgottenWithItsBackup() {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute("DELETE FROM orders");
            Rollback rollback = sample.rollback();
            rollback.markMigrated("before");
            assertThat(sample.value("SELECT to_regclass('migration_backup.orders_backup_left') IS NULL"))
                    .isEqualTo("f");
            assertThat(rollback.prune(0).removed()).containsExactly("before");
            assertThat(sample.value("SELECT to_regclass('migration_backup.orders_backup_left') IS NULL"))
                    .isEqualTo("t");
            rollback.capture("before");
            rollback.markMigrated("before");
        }
    }

    @Test
    void nothingOfAnOpenRunIsRemoved() {
        try (BadInput sample = BadInput.migrated()) {
            Rollback other = sample.rollback();
            List<Removal> removals = new ArrayList<>();
            Rollback running = sample.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void stepStarted(RollbackStep step) {
                            if (removals.isEmpty()) {
                                removals.add(other.prune(0));
                                removals.add(other.cleanupOlderThan(Duration.ZERO));
                            }
                        }
                    })
                    .build();
            sample.proves(running.revert(running.plan("before"), BadInput.accepting()));
            assertThat(removals).hasSize(2).allMatch(r -> r.removed().isEmpty());
            assertThat(removals.get(0).stays())
                    .hasSize(2)
                    .allMatch(s -> s.reason().equals("run 1 is open and needs it; 'resume 1' continues that"));
            assertThat(removals.get(1).stays())
                    .containsExactly(new Stay("1", "it is still open; 'resume 1' continues it"));
        }
    }

    /** Whoever reads a kept original or a backup is waited for with a limit, and named. */
    @Test
    void removalWaitsForReaders() {
        try (BadInput sample = BadInput.migrated();
                OtherSession reader = new OtherSession(sample.database, "reporting")) {
            sample.worksNow();
            List<List<String>> waits = new ArrayList<>();
            Rollback rollback = sample.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void waiting(int time, List<String> sessions) {
                            waits.add(sessions);
                            reader.commit();
                        }
                    })
                    .build();
            reader.execute("SELECT FROM migration_backup.run1_customers");
            assertThat(rollback.cleanup("1")).hasSize(1);
            assertThat(waits).hasSize(1).first().asString().contains(reader.pid(), "reporting", "run1_customers");
            reader.execute("SELECT FROM migration_backup.customers_backup");
            assertThat(rollback.prune(0).removed()).hasSize(2);
            assertThat(waits).hasSize(2);
        }
    }
}
