// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import dev.rollback.revert.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs among sessions that have what they need: who is in the way is named, nothing is touched, and the next run works. */
@Timeout(120)
public abstract class LocksContract implements Contract {
    private static final String WRITE = "UPDATE customers SET name = 'theirs' WHERE id = 3";

    private Sample sample;
    private OtherSession other;
    private Consumer<RollbackStep> atStep = step -> {};
    private Runnable atStart = () -> {};
    private Runnable whenWaiting = () -> {};
    private final List<List<String>> waits = new ArrayList<>();

    @BeforeEach
    void open() {
        sample = Sample.migrated(server());
        other = new OtherSession(server(), sample.database());
    }

    @AfterEach
    void close() {
        other.close();
        sample.close();
    }

    private Rollback rollback() {
        return sample.builder()
                .listener(new RollbackListener() {
                    @Override
                    public void runStarted(String run, int steps) {
                        atStart.run();
                    }

                    @Override
                    public void stepStarted(RollbackStep step) {
                        atStep.accept(step);
                    }

                    @Override
                    public void waiting(int time, List<String> sessions) {
                        waits.add(sessions);
                        whenWaiting.run();
                    }
                })
                .build();
    }

    private String locked() {
        return server().lacking().contains(Feature.LOCKED_TABLES) ? "" : "customers";
    }

    private static RevertOptions options(long patience) {
        return RevertOptions.builder()
                .allowDataLoss(true)
                .lockTimeout(Duration.ofMillis(200))
                .lockPatience(Duration.ofMillis(patience))
                .build();
    }

    /** Somebody has changed a row and not committed, before the run begins. */
    @Test
    void whoOutlastsItsPatienceIsNamed() {
        Rollback rollback = rollback();
        RollbackPlan plan = rollback.plan("before");
        String rows = sample.rows();
        other.execute(WRITE);
        RollbackFailedException failure = gaveUp(rollback, plan);
        assertThat(failure).hasMessageContaining(locked());
        assertThat(sample.rows()).isEqualTo(rows);
        other.commit();
        nextRunWorks(rollback);
    }

    /** When the plan is checked already, and nothing but that is done. */
    @Test
    void whoComesBeforeTheSafetyCaptureIsNamed() {
        Rollback rollback = rollback();
        RollbackPlan plan = rollback.plan("before");
        atStart = () -> other.execute(WRITE);
        gaveUp(rollback, plan);
        atStart = () -> {};
        other.commit();
        nextRunWorks(rollback);
    }

    private RollbackFailedException gaveUp(Rollback rollback, RollbackPlan plan) {
        String structure = sample.structure();
        RollbackFailedException failure = sample.fails(
                RollbackFailedException.class,
                () -> rollback.revert(plan, options(400)),
                "another session is in the way",
                other.number(),
                "run 1");
        assertThat(failure.next()).contains(other.number());
        assertThat(sample.structure()).isEqualTo(structure);
        Run run = rollback.history().get(0);
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.message()).contains(other.number());
        assertThat(rollback.status().openRuns()).isEmpty();
        return failure;
    }

    private void nextRunWorks(Rollback rollback) {
        sample.proves(rollback.revert(rollback.plan("before"), options(20_000)));
        assertThat(sample.value("SELECT name FROM customers WHERE id = 3")).isEqualTo("theirs");
    }

    /** A run waits for those who end in time, and tells for whom. */
    @Test
    void whoCommitsInTimeIsWaitedFor() {
        Rollback rollback = rollback();
        RollbackPlan plan = rollback.plan("before");
        other.execute(WRITE);
        whenWaiting = other::commit;
        sample.proves(rollback.revert(plan, options(20_000)));
        assertThat(waits).isNotEmpty().first().asString().contains(other.number(), locked());
        assertThat(sample.value("SELECT name FROM customers WHERE id = 3")).isEqualTo("theirs");
    }

    /** Somebody has changed a row of what a run kept, and not committed. */
    @Test
    void aCleanupHasThePatienceOfTheHost() {
        sample.worksNow();
        Rollback hurried = sample.builder().lockPatience(Duration.ofMillis(400)).build();
        other.execute(
                "UPDATE " + sample.database().backupSchema() + ".run1_customers SET name = 'theirs' WHERE id = 3");
        Instant began = Instant.now();
        sample.fails(
                RollbackFailedException.class,
                () -> hurried.cleanup("1"),
                "another session is in the way",
                other.number());
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(40));
        other.commit();
        assertThat(hurried.cleanup("1")).isNotEmpty();
    }

    /** Neither waits for writers nor sees what they have not committed. */
    @Test
    void whatOnlyReadsGoesOn() {
        Rollback rollback = rollback();
        other.execute("INSERT INTO customers (id, name) VALUES (500, 'theirs')");
        RollbackPlan plan = rollback.plan("before");
        assertThat(plan.isEmpty()).isFalse();
        assertThat(rollback.verify("before").findings()).isNotEmpty();
        assertThat(rollback.capture("second").rows()).isEqualTo(70);
        assertThat(rollback.checkBackup("second").problems()).isEmpty();
        assertThat(waits).isEmpty();
        other.commit();
        assertThat(rollback.capture("third").rows()).isEqualTo(71);
    }

    /** It waits or goes on, as the product has it; its row is in the table that is there afterwards. */
    @Test
    void whoWritesWhileRowsAreCopiedLosesNothing() {
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        atStep = step -> {
            if (step.kind() == StepKind.COPY_ROWS && writes.isEmpty()) {
                writes.add(CompletableFuture.runAsync(() -> {
                    other.execute("INSERT INTO customers (id, name) VALUES (500, 'waited')");
                    other.commit();
                }));
            }
        };
        Rollback rollback = rollback();
        RollbackReport report = rollback.revert(rollback.plan("before"), options(20_000));
        assertThat(report.isProven()).as(report.toText()).isTrue();
        assertThat(writes).hasSize(1);
        writes.get(0).join();
        assertThat(sample.structure()).isEqualTo(sample.before());
        assertThat(sample.value("SELECT name FROM customers WHERE id = 500 AND email IS NULL"))
                .isEqualTo("waited");
    }
}
