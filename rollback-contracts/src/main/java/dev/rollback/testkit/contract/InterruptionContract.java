// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs whose sessions are ended, at every step; and what a run that goes on, or was interrupted, is to others. */
public abstract class InterruptionContract implements Contract {
    private static final RevertOptions BY_MARY =
            RevertOptions.builder().allowDataLoss(true).operator("mary").build();

    /** Does something when a step begins. */
    private static Rollback atStep(Sample sample, int number, Runnable action) {
        return sample.builder()
                .listener(new RollbackListener() {
                    @Override
                    public void stepStarted(RollbackStep step) {
                        if (step.number() == number) {
                            action.run();
                        }
                    }
                })
                .build();
    }

    private static Sample migrated(ContractServer server) {
        Sample sample = Sample.captured(server);
        sample.execute(
                "CREATE INDEX customers_name_idx ON customers (name); CREATE TABLE extra (id integer PRIMARY KEY);"
                        + "ALTER TABLE orders ADD COLUMN paid boolean");
        sample.execute("ALTER TABLE customers DROP COLUMN born; INSERT INTO extra VALUES (1)");
        sample.execute("UPDATE customers SET name = 'later' WHERE id = 1");
        return sample;
    }

    /** Some products tell a session that is ended of another error first: the run is over then, and nothing was changed. */
    @TestFactory
    Stream<DynamicTest> killedAtEveryStepAndResumed() {
        int steps;
        try (Sample sample = migrated(server())) {
            steps = sample.rollback().plan("before").steps().size();
        }
        assertThat(steps).isGreaterThan(4);
        return IntStream.rangeClosed(1, steps)
                .filter(i -> i % 2 == 1 || i == steps)
                .mapToObj(i -> DynamicTest.dynamicTest("step " + i, () -> killedAndResumed(i)));
    }

    private void killedAndResumed(int step) {
        try (Sample sample = migrated(server())) {
            Rollback killed = atStep(sample, step, sample.database()::endOtherSessions);
            RollbackPlan plan = killed.plan("before");
            RollbackFailedException failure =
                    catchThrowableOfType(RollbackFailedException.class, () -> killed.revert(plan, Sample.accepting()));
            assertThat(failure).hasMessageContaining("run 1");
            Sample.isClear(failure);
            Rollback rollback = sample.rollback();
            boolean open = failure.next().contains("'resume 1'");
            assertThat(rollback.status().openRuns()).hasSize(open ? 1 : 0);
            RollbackReport report = open ? rollback.resume(null) : rollback.revert(rollback.plan("before"), BY_MARY);
            sample.proves(report);
            assertThat(sample.value("SELECT name FROM customers WHERE id = 1")).isEqualTo("later");
            assertThat(rollback.status().openRuns()).isEmpty();
            String extra = "%backup%.run" + report.run() + "_extra";
            assertThat(sample.value("SELECT count(*) FROM " + extra)).isEqualTo("1");
        }
    }

    /** Somebody else has a row that it needs. */
    @Test
    void aResumedRunWaitsAsLongAsTheRunWouldHave() {
        try (Sample sample = migrated(server())) {
            Rollback killed = atStep(sample, 2, sample.database()::endOtherSessions);
            RollbackPlan plan = killed.plan("before");
            sample.fails(RollbackFailedException.class, () -> killed.revert(plan, Sample.impatient()), "run 1");
            Rollback hurried =
                    sample.builder().lockPatience(Duration.ofMillis(400)).build();
            Instant began = Instant.now();
            try (OtherSession other = new OtherSession(server(), sample.database())) {
                other.execute("UPDATE customers SET name = 'theirs' WHERE id = 3");
                sample.fails(RollbackFailedException.class, () -> hurried.resume("1"), other.number());
            }
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(40));
            boolean open = !hurried.status().openRuns().isEmpty();
            sample.proves(open ? hurried.resume(null) : hurried.revert(hurried.plan("before"), BY_MARY));
        }
    }

    @Test
    void anExplicitPlanGoesOnFromTheStructureItWasMadeFor() {
        try (Sample sample = Sample.fresh(server())) {
            sample.execute("CREATE TABLE gone (id integer PRIMARY KEY); INSERT INTO gone VALUES (1);"
                    + "ALTER TABLE orders ADD v integer");
            ExplicitPlan wishes = ExplicitPlan.builder()
                    .dropTable("gone")
                    .dropColumn("orders", "v")
                    .build();
            String start = sample.structure();
            int last = sample.rollback().plan(wishes).steps().size();
            Rollback killed = atStep(sample, last, sample.database()::endOtherSessions);
            RollbackPlan plan = killed.plan(wishes);
            sample.fails(RollbackFailedException.class, () -> killed.revert(plan, Sample.accepting()), "run 1");
            Rollback rollback = sample.rollback();
            assertThat(rollback.status().openRuns()).hasSize(1);
            if (!sample.structure().equals(start)) { // where a transaction undid the steps there is no half of a plan
                sample.execute("CREATE TABLE made_meanwhile (id integer PRIMARY KEY)");
                sample.fails(RollbackRefusedException.class, () -> rollback.resume("1"), "made_meanwhile");
                sample.execute("DROP TABLE made_meanwhile");
            }
            RollbackReport report = rollback.resume("1");
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(sample.structure()).isEqualTo(sample.before());
        }
    }

    /** When all steps are done it never says that they were undone, and does nothing twice. */
    @Test
    void killedAfterTheLastStep() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback killed = sample.builder().check(this::endSession).build();
            RollbackPlan plan = killed.plan("before");
            RollbackFailedException failure =
                    catchThrowableOfType(RollbackFailedException.class, () -> killed.revert(plan, Sample.accepting()));
            assertThat(failure).isNotNull();
            Sample.isClear(failure);
            assertThat(sample.structure()).isEqualTo(sample.before());
            assertThat(failure.state()).doesNotContain("undo", "unfinished", "as it was before the run");
            Rollback rollback = sample.rollback();
            assertThat(rollback.status().openRuns()).hasSize(1);
            RollbackReport report = rollback.resume(null);
            sample.proves(report);
            assertThat(report.steps()).as("nothing is done twice").isEmpty();
            assertThat(rollback.status().openRuns()).isEmpty();
            String kept = sample.database().backupSchema() + ".run1_customers";
            assertThat(rollback.history().get(0).kept()).containsExactly(kept);
            assertThat(rollback.cleanup("1")).containsExactly(kept);
        }
    }

    private Optional<String> endSession(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(server().endOfSession());
        }
        return Optional.empty();
    }

    @Test
    void aRunThatIsGoingOn() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback other = sample.rollback();
            RollbackPlan otherPlan = other.plan("before");
            other.requireIdle();
            List<String> asked = new ArrayList<>();
            Rollback running = atStep(sample, 2, () -> {
                asked.add(whileItIsGoingOn(sample, other, otherPlan));
            });
            sample.proves(running.revert(running.plan("before"), BY_MARY));
            assertThat(asked).singleElement().asString().startsWith("session ");
            other.requireIdle();
            assertThat(other.status().runner()).isEmpty();
        }
    }

    private String whileItIsGoingOn(Sample sample, Rollback other, RollbackPlan plan) {
        boolean alone = server().lacking().contains(Feature.OTHERS_DURING_A_RUN);
        Class<? extends RollbackException> type =
                alone ? RollbackFailedException.class : RollbackRefusedException.class;
        String[] named = alone
                ? new String[] {"another session is in the way"}
                : new String[] {"Run 1 to 'before'", "mary", "at 2", "is running in session", "Wait until it ends"};
        sample.fails(type, other::requireIdle, named);
        sample.fails(type, () -> other.revert(plan, BY_MARY), named);
        sample.fails(type, () -> other.resume("1"), named);
        if (alone) {
            return "session of its own";
        }
        assertThat(other.status().openRuns()).hasSize(1);
        return other.status().runner();
    }

    @Test
    void aRunThatWasInterrupted() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback killed = atStep(sample, 2, sample.database()::endOtherSessions);
            RollbackPlan plan = killed.plan("before");
            sample.fails(RollbackFailedException.class, () -> killed.revert(plan, BY_MARY), "run 1");
            Rollback other = sample.rollback();
            RollbackPlan again = other.plan("before");
            String[] named = {"Run 1 to 'before'", "mary", "at 2", "interrupted", "'resume 1'"};
            sample.fails(RollbackRefusedException.class, other::requireIdle, named);
            sample.fails(RollbackRefusedException.class, () -> other.revert(again, BY_MARY), named);
            assertThat(other.status().runner()).isEmpty();
            assertThat(other.status().openRuns()).hasSize(1);
            sample.proves(other.resume("1"));
            other.requireIdle();
        }
    }
}
