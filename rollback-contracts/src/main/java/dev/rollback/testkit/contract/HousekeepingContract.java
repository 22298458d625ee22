// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Removal;
import dev.rollback.Removal.Stay;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.plan.RollbackStep;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is removed by age, what stays and why. */
public abstract class HousekeepingContract implements Contract {
    private static final Removal NOTHING = new Removal(List.of(), List.of());
    private static final DateTimeFormatter SQL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Test
    void whatRunsKeptStaysUntilItIsOldEnough() {
        try (Sample sample = Sample.migrated(server())) {
            sample.worksNow();
            Rollback rollback = sample.rollback();
            String kept = sample.database().backupSchema() + ".run1_customers";
            Removal young = rollback.cleanupOlderThan(Duration.ofHours(24));
            assertThat(young.removed()).isEmpty();
            assertThat(young.stays()).singleElement().satisfies(s -> {
                assertThat(s.name()).isEqualTo("1");
                assertThat(s.reason()).startsWith("it is not that old: it ended at 2");
            });
            assertThat(rollback.status().keptByRuns()).isNotEmpty();
            assertThat(sample.value("SELECT count(*) FROM " + kept)).isEqualTo("20");
            Removal old = rollback.cleanupOlderThan(Duration.ZERO);
            assertThat(old.removed()).containsExactly(kept);
            assertThat(old.stays()).isEmpty();
            assertThat(rollback.status().keptByRuns()).isEmpty();
            assertThat(sample.value("SELECT count(*) FROM information_schema.tables WHERE table_name = 'run1_customers'"
                            + " AND table_schema = '%backup%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aBackupStaysForTheOriginalsOfItsRun() {
        try (Sample sample = Sample.migrated(server())) {
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
            String reason = "the originals that run 1 kept may need it; 'cleanup 1' drops them";
            assertThat(removal.stays()).containsExactly(new Stay("safety-run-1", reason), new Stay("before", reason));
            rollback.cleanup("1");
            assertThat(rollback.prune(0).removed()).containsExactly("safety-run-1", "before");
            assertThat(rollback.backups()).isEmpty();
        }
    }

    @Test
    void backupsGoByTheirAgeInDays() {
        try (Sample sample = Sample.fresh(server())) {
            Rollback rollback = sample.rollback();
            for (int days : List.of(0, 6, 8, 29, 31, 89, 91)) {
                rollback.capture("d" + days);
                sample.execute("UPDATE %backup%.rollback_backup SET taken_at = TIMESTAMP '"
                        + LocalDateTime.now(ZoneOffset.UTC).minusDays(days).format(SQL_TIME) + "' WHERE label = 'd"
                        + days
                        + "'");
            }
            assertThat(rollback.prune(90).removed()).containsExactly("d91");
            assertThat(rollback.prune(30).removed()).containsExactlyInAnyOrder("d89", "d31");
            assertThat(rollback.prune(7).removed()).containsExactlyInAnyOrder("d29", "d8");
            assertThat(rollback.backups()).extracting(b -> b.label()).containsExactlyInAnyOrder("d0", "d6");
        }
    }

    @Test
    void nothingOfAnOpenRunIsRemoved() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback other = sample.rollback();
            List<Removal> removals = new ArrayList<>();
            Rollback running = sample.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void stepStarted(RollbackStep step) {
                            if (removals.isEmpty()) {
                                removals.addAll(removedMeanwhile(sample, other));
                            }
                        }
                    })
                    .build();
            sample.proves(running.revert(running.plan("before"), Sample.accepting()));
            assertThat(removals).hasSize(2).allMatch(r -> r.removed().isEmpty());
            if (server().lacking().contains(Feature.OTHERS_DURING_A_RUN)) {
                return;
            }
            assertThat(removals.get(0).stays())
                    .hasSize(2)
                    .allMatch(s -> s.reason().equals("run 1 is open and needs it; 'resume 1' continues that"));
            assertThat(removals.get(1).stays())
                    .containsExactly(new Stay("1", "it is still open; 'resume 1' continues it"));
        }
    }

    private List<Removal> removedMeanwhile(Sample sample, Rollback other) {
        if (server().lacking().contains(Feature.OTHERS_DURING_A_RUN)) {
            String inTheWay = "another session is in the way";
            sample.fails(RollbackFailedException.class, () -> other.prune(0), inTheWay);
            sample.fails(RollbackFailedException.class, () -> other.cleanupOlderThan(Duration.ZERO), inTheWay);
            return List.of(NOTHING, NOTHING);
        }
        return List.of(other.prune(0), other.cleanupOlderThan(Duration.ZERO));
    }
}
