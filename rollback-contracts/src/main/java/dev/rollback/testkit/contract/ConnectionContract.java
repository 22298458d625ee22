// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** No connection, or one that is lost: the sentence says why, never a password, and how to go on. */
@Timeout(180)
public abstract class ConnectionContract implements Contract {
    private static final int PLACES = 5;

    /** Of those whom a server does not let in, and where there is none. */
    @TestFactory
    Stream<DynamicTest> noConnection() {
        Sample sample = Sample.fresh(server());
        List<Unreachable> sources = server().unreachable(sample.database());
        assertThat(sources).isNotEmpty();
        return sources.stream()
                .map(s -> dynamicTest(s.name(), () -> {
                    RollbackFailedException failure = sample.fails(
                            RollbackFailedException.class,
                            () -> Rollback.builder(s.source()).build(),
                            s.named());
                    StringWriter all = new StringWriter();
                    failure.printStackTrace(new PrintWriter(all));
                    assertThat(all.toString()).doesNotContain(Unreachable.PASSWORD);
                }))
                .onClose(sample::close);
    }

    /** Goes away after the first connection. */
    @Test
    void aDatabaseThatIsGone() {
        Sample gone = Sample.fresh(server());
        Rollback rollback = gone.rollback();
        gone.close();
        gone.fails(RollbackFailedException.class, () -> rollback.capture("before"), "capture of 'before'");
    }

    /** What only reads, and captures, leave everything as it was; the same command works then. */
    @TestFactory
    Stream<DynamicTest> lostOutsideOfARun() {
        Sample sample = Sample.migrated(server());
        BreakingSource source = breaking(sample);
        Rollback rollback = over(sample, source);
        AtomicInteger label = new AtomicInteger();
        return Stream.of(
                        lost(sample, source, "plan", () -> rollback.plan("before")),
                        lost(sample, source, "verify", () -> rollback.verify("before")),
                        lost(sample, source, "check", () -> rollback.checkBackup("before")),
                        lost(sample, source, "drill", () -> rollback.drillBackup("before")),
                        lost(sample, source, "capture", () -> rollback.capture("new " + label.incrementAndGet())))
                .onClose(sample::close);
    }

    private static DynamicTest lost(Sample sample, BreakingSource source, String command, Runnable action) {
        return dynamicTest(command, () -> {
            int statements = statements(source, action);
            List<String> watched =
                    List.of(sample.database().schema(), sample.database().backupSchema());
            int failed = 0;
            for (int place = 1; place <= PLACES; place++) {
                String untouched = sample.database().everything(watched);
                source.breakAt(1 + statements * place / (PLACES + 1));
                Throwable failure = catchThrowable(action::run);
                source.breakAt(0);
                if (failure == null) {
                    continue; // all was done, and the connection was about to go back
                }
                failed++;
                assertThat(failure).isInstanceOf(RollbackFailedException.class).hasMessageContaining("lost");
                Sample.isClear((RollbackFailedException) failure);
                assertThat(sample.database().everything(watched))
                        .as("before statement %d of %d", 1 + statements * place / (PLACES + 1), statements)
                        .isEqualTo(untouched);
            }
            assertThat(failed).isGreaterThan(PLACES / 2);
            action.run();
        });
    }

    private static int statements(BreakingSource source, Runnable action) {
        source.breakAt(0);
        action.run();
        return source.sent();
    }

    /** At each place a run either has changed nothing, or can be resumed: its message says which. */
    @TestFactory
    Stream<DynamicTest> lostInARun() {
        int statements;
        try (Sample sample = Sample.migrated(server())) {
            BreakingSource source = breaking(sample);
            Rollback rollback = over(sample, source);
            RollbackPlan plan = rollback.plan("before");
            statements = statements(source, () -> rollback.revert(plan, Sample.accepting()));
        }
        return IntStream.rangeClosed(1, PLACES)
                .map(place -> 1 + statements * place / (PLACES + 1))
                .mapToObj(at -> dynamicTest("statement " + at + " of " + statements, () -> lostInARun(at)));
    }

    private void lostInARun(int at) {
        try (Sample sample = Sample.migrated(server())) {
            sample.execute("UPDATE customers SET name = 'later' WHERE id = 1");
            BreakingSource source = breaking(sample);
            Rollback broken = over(sample, source);
            RollbackPlan plan = broken.plan("before");
            source.breakAt(at);
            RollbackFailedException failure =
                    sample.fails(RollbackFailedException.class, () -> broken.revert(plan, Sample.accepting()), "lost");
            Rollback rollback = sample.rollback();
            boolean open = failure.next().contains("'resume 1'");
            assertThat(rollback.status().openRuns()).hasSize(open ? 1 : 0);
            sample.proves(open ? rollback.resume("1") : rollback.revert(rollback.plan("before"), Sample.accepting()));
            assertThat(sample.value("SELECT name FROM customers WHERE id = 1")).isEqualTo("later");
        }
    }

    /** As a server does that cannot even tidy up for a session that is ended: nobody may believe that something was undone. */
    @Test
    void lostWithTheWordsOfAnotherError() {
        try (Sample sample = Sample.migrated(server())) {
            BreakingSource source = breaking(sample);
            Rollback broken = Rollback.builder(source)
                    .schemas(sample.database().schema())
                    .backupSchema(sample.database().backupSchema())
                    .listener(new RollbackListener() {
                        @Override
                        public void stepStarted(RollbackStep step) {
                            if (step.kind() == StepKind.COPY_ROWS) {
                                source.breakAt(2, new SQLException("Error on delete of a temporary table", "HY000", 6));
                            }
                        }
                    })
                    .build();
            RollbackPlan plan = broken.plan("before");
            RollbackFailedException failure =
                    sample.fails(RollbackFailedException.class, () -> broken.revert(plan, Sample.accepting()), "run 1");
            assertThat(failure.state()).doesNotContain("was removed", "as it was before the run");
            assertThat(failure.next()).contains("'resume 1'");
            Rollback rollback = sample.rollback();
            assertThat(rollback.status().openRuns()).hasSize(1);
            sample.proves(rollback.resume("1"));
            assertThat(sample.value("SELECT count(*) FROM information_schema.tables WHERE table_name LIKE 'run1%new%'"))
                    .isEqualTo("0");
        }
    }

    private static BreakingSource breaking(Sample sample) {
        return new BreakingSource(sample.database().dataSource(), sample.database()::endOtherSessions);
    }

    private static Rollback over(Sample sample, BreakingSource source) {
        return Rollback.builder(source)
                .schemas(sample.database().schema())
                .backupSchema(sample.database().backupSchema())
                .build();
    }
}
