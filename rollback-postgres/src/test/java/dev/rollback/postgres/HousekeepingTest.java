// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.testkit.contract.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is removed by age, what stays and why. */
class HousekeepingTest {

    @Test
    void theEndOfAMigrationIsForgottenWithItsBackup() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
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

    /** Whoever reads a kept original or a backup is waited for with a limit, and named. */
    @Test
    void removalWaitsForReaders() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres());
                NamedSession reader = new NamedSession(sample, "reporting")) {
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
            assertThat(waits).hasSize(1).first().asString().contains(reader.number(), "reporting", "run1_customers");
            reader.execute("SELECT FROM migration_backup.customers_backup");
            assertThat(rollback.prune(0).removed()).hasSize(2);
            assertThat(waits).hasSize(2);
        }
    }
}
