// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a listener hears, from the planning to the proof. */
public abstract class EventsContract implements Contract {
    @Test
    void everyPhaseGivesASignOfLife() {
        try (Sample sample = Sample.migrated(server())) {
            List<String> heard = new ArrayList<>();
            Rollback rollback = sample.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void working(Phase phase, String what) {
                            heard.add(phase + " " + what);
                        }

                        @Override
                        public void progress(Progress progress) {
                            heard.add("rows " + progress.what() + " " + progress.done());
                        }

                        @Override
                        public void stepStarted(RollbackStep step) {
                            heard.add("step " + step.number());
                        }

                        @Override
                        public void runFinished(RollbackReport report) {
                            heard.add("finished");
                        }
                    })
                    .build();
            sample.proves(rollback.revert(rollback.plan("before"), Sample.accepting()));
            String schema = sample.database().schema();
            assertThat(heard)
                    .containsSubsequence(
                            "PLANNING " + schema + ".customers (1 of 2 tables)",
                            "PLANNING " + schema + ".orders (2 of 2 tables)",
                            "CHECKING_BACKUP " + schema + ".customers (1 of 2 tables)",
                            "CHECKING_BACKUP " + schema + ".orders (2 of 2 tables)",
                            "CAPTURING " + schema + ".orders (1 of 1 tables)",
                            "rows " + schema + ".orders 50",
                            "step 1",
                            "rows " + schema + ".customers 20",
                            "PROVING rows of " + schema + ".customers",
                            "PROVING the structure",
                            "VERIFYING orphans",
                            "VERIFYING sequences",
                            "VERIFYING host checks",
                            "VERIFYING query plans",
                            "finished");
            heard.clear();
            rollback.verify("before");
            assertThat(heard)
                    .startsWith("VERIFYING objects, definitions, states", "VERIFYING rows of " + schema + ".customers")
                    .endsWith("VERIFYING query plans");
        }
    }

    @Test
    void aRunThatFailsIsHeardOf() {
        try (Sample sample = Sample.migrated(server())) {
            List<String> heard = new ArrayList<>();
            Rollback rollback = sample.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void runStarted(String run, int steps) {
                            heard.add("started " + run);
                            sample.database().endOtherSessions();
                        }

                        @Override
                        public void runFinished(RollbackReport report) {
                            heard.add("finished " + report.run());
                        }

                        @Override
                        public void runFailed(String run, Exception failure) {
                            heard.add("failed " + run + " " + failure.getClass().getSimpleName());
                        }
                    })
                    .build();
            RollbackPlan plan = rollback.plan("before");
            sample.fails(RollbackFailedException.class, () -> rollback.revert(plan, Sample.accepting()), "run 1");
            assertThat(heard).containsExactly("started 1", "failed 1 RollbackFailedException");
        }
    }

    /** Whatever a listener throws, at whatever moment. */
    @Test
    void aListenerThatThrowsBreaksNothing() {
        try (Sample sample = Sample.migrated(server())) {
            Set<String> heard = new TreeSet<>();
            Rollback rollback = sample.builder()
                    .listener(new RollbackListener() {
                        private RuntimeException failure(String event) {
                            heard.add(event);
                            return new IllegalStateException("the listener fails");
                        }

                        @Override
                        public void runStarted(String run, int steps) {
                            throw failure("runStarted");
                        }

                        @Override
                        public void working(Phase phase, String what) {
                            throw failure("working");
                        }

                        @Override
                        public void stepStarted(RollbackStep step) {
                            throw failure("stepStarted");
                        }

                        @Override
                        public void progress(Progress progress) {
                            throw failure("progress");
                        }

                        @Override
                        public void stepFinished(RollbackStep step, long rows, Duration took) {
                            throw failure("stepFinished");
                        }

                        @Override
                        public void runFinished(RollbackReport report) {
                            throw failure("runFinished");
                        }
                    })
                    .build();
            sample.proves(rollback.revert(rollback.plan("before"), Sample.accepting()));
            assertThat(heard).hasSize(6);
        }
    }
}
