// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import org.junit.jupiter.api.Test;

/** A run that is going on, and one that was interrupted, seen from outside. */
class OneRunAtATimeTest {
    private static final RevertOptions BY_MARY =
            RevertOptions.builder().allowDataLoss(true).operator("mary").build();

    /** Does something before the old tables leave their places. */
    private static Rollback atTheSwap(BadInput sample, Runnable action) {
        return sample.builder()
                .listener(new RollbackListener() {
                    @Override
                    public void stepStarted(RollbackStep step) {
                        if (step.kind() == StepKind.SWAP) {
                            action.run();
                        }
                    }
                })
                .build();
    }

    @Test
    void aRunThatIsGoingOn() {
        try (BadInput sample = BadInput.migrated()) {
            Rollback other = sample.rollback();
            RollbackPlan otherPlan = other.plan("before");
            other.requireIdle();
            int[] asked = {0};
            Rollback running = atTheSwap(sample, () -> {
                String[] named = {"Run 1 to 'before'", "mary", "at 2", "is running in session", "Wait until it ends"};
                assertRefused(other::requireIdle, named);
                assertRefused(() -> other.revert(otherPlan, BY_MARY), named);
                assertRefused(() -> other.resume("1"), named);
                assertThat(other.status().runner()).startsWith("session ").contains("application");
                assertThat(other.status().openRuns()).hasSize(1);
                asked[0]++;
            });
            sample.proves(running.revert(running.plan("before"), BY_MARY));
            assertThat(asked[0]).isEqualTo(1);
            other.requireIdle();
            assertThat(other.status().runner()).isEmpty();
        }
    }

    @Test
    void aRunThatWasInterrupted() {
        try (BadInput sample = BadInput.migrated()) {
            Rollback killed = atTheSwap(
                    sample,
                    () -> sample.database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
            assertThatThrownBy(() -> killed.revert(killed.plan("before"), BY_MARY))
                    .isInstanceOf(RollbackFailedException.class)
                    .hasMessageContaining("resume 1");
            Rollback other = sample.rollback();
            RollbackPlan plan = other.plan("before");
            String[] named = {"Run 1 to 'before'", "mary", "at 2", "interrupted", "'resume 1'"};
            assertRefused(other::requireIdle, named);
            assertRefused(() -> other.revert(plan, BY_MARY), named);
            assertThat(other.status().runner()).isEmpty();
            assertThat(other.status().openRuns()).hasSize(1);
            sample.proves(other.resume("1"));
            other.requireIdle();
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String... named) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(RollbackRefusedException.class, BadInput::isClear)
                .hasMessageContainingAll(named);
    }
}
