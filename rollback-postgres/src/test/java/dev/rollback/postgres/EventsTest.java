// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import dev.rollback.testkit.contract.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listener hears, from the planning to the proof. */
class EventsTest {

    /** Whatever a listener throws, at whatever moment, even while the run waits for a lock. */
    @Test
    void aListenerThatThrowsBreaksNothing() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres());
                NamedSession reader = new NamedSession(sample, "reporting")) {
            int[] heard = new int[10];
            Rollback rollback = sample.builder()
                    .listener(new RollbackListener() {
                        private RuntimeException failure(int event) {
                            heard[event]++;
                            return new IllegalStateException("the listener fails");
                        }

                        @Override
                        public void runStarted(String run, int steps) {
                            throw failure(0);
                        }

                        @Override
                        public void working(Phase phase, String what) {
                            throw failure(1);
                        }

                        @Override
                        public void stepStarted(RollbackStep step) {
                            throw failure(2);
                        }

                        @Override
                        public void progress(Progress progress) {
                            throw failure(3);
                        }

                        @Override
                        public void stepFinished(RollbackStep step, long rows, Duration took) {
                            throw failure(4);
                        }

                        @Override
                        public void waiting(int time, List<String> sessions) {
                            reader.commit();
                            throw failure(5);
                        }

                        @Override
                        public void runFinished(RollbackReport report) {
                            throw failure(6);
                        }
                    })
                    .build();
            reader.execute("SELECT FROM customers");
            sample.proves(rollback.revert(rollback.plan("before"), Sample.accepting()));
            assertThat(List.of(heard[0], heard[1], heard[2], heard[3], heard[4], heard[5], heard[6]))
                    .doesNotContain(0);
        }
    }
}
