// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.ExplicitPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved plan runs where it was made, for what it was made, as it was made, or not at all. */
class BadInputPlanFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "{}", "42", "\"text\"", "no JSON", "{\"format\": \"rollback-plan-9\"}"})
    void noPlan(String text) {
        try (BadInput sample = BadInput.migrated()) {
            sample.refusesWithoutTrace(
                    InvalidInputException.class, () -> sample.rollback().loadPlan(text), "not a saved plan");
        }
    }

    @Test
    void edited() {
        try (BadInput sample = BadInput.migrated()) {
            String saved = sample.rollback().plan("before").toJson();
            for (String text : new String[] {
                saved.replace("customers", "orders"),
                saved.replaceFirst("\"target\"\\s*:\\s*\"before\"", "\"target\": \"other\""),
                saved.replaceFirst("\"checksum\"\\s*:\\s*\"", "$0x"),
            }) {
                sample.refusesWithoutTrace(
                        InvalidInputException.class, () -> sample.rollback().loadPlan(text), "was edited");
            }
            String cut = saved.substring(0, saved.length() / 2);
            sample.refusesWithoutTrace(
                    InvalidInputException.class, () -> sample.rollback().loadPlan(cut), "not a saved plan");
        }
    }

    /** The same structure, rows and label elsewhere. */
    @Test
    void ofAnotherDatabase() {
        try (BadInput here = BadInput.migrated();
                BadInput there = BadInput.migrated()) {
            String saved = there.rollback().plan("before").toJson();
            here.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> here.rollback().loadPlan(saved), "another database");
            String explicit = there.rollback()
                    .plan(ExplicitPlan.builder().dropColumn("orders", "paid").build())
                    .toJson();
            here.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> here.rollback().loadPlan(explicit), "another database");
        }
    }

    @Test
    void ofABackupThatIsGoneOrReplaced() {
        try (BadInput sample = BadInput.fresh()) {
            Rollback rollback = sample.rollback();
            rollback.capture("before");
            sample.execute("ALTER TABLE orders ADD COLUMN paid boolean");
            String saved = rollback.plan("before").toJson();
            sample.execute("UPDATE migration_backup.rollback_backup SET taken_at = taken_at - interval '1 day'");
            rollback.prune(0);
            sample.refusesWithoutTrace(InvalidInputException.class, () -> rollback.loadPlan(saved), "'before'");
            sample.execute("ALTER TABLE orders DROP COLUMN paid");
            rollback.capture("before");
            sample.execute("ALTER TABLE orders ADD COLUMN paid boolean");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> rollback.loadPlan(saved), "'before'", "Make a new plan");
        }
    }
}
