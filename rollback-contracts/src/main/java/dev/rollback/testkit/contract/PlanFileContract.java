// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.ExplicitPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A saved plan runs where it was made, for what it was made, as it was made, or not at all. */
public abstract class PlanFileContract implements Contract {
    @Test
    void cutEditedOrNoPlanAtAll() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            String saved = rollback.plan("before").toJson();
            String untouched =
                    sample.database().everything(List.of(sample.database().backupSchema()));
            for (String text : List.of(
                    "",
                    " ",
                    "null",
                    "[]",
                    "{}",
                    "42",
                    "\"text\"",
                    "no JSON",
                    "{\"format\": \"rollback-plan-9\"}",
                    saved.substring(0, saved.length() / 2))) {
                sample.fails(InvalidInputException.class, () -> rollback.loadPlan(text), "not a saved plan");
            }
            for (String text : List.of(
                    saved.replace("customers", "orders"),
                    saved.replaceFirst("\"target\"\\s*:\\s*\"before\"", "\"target\": \"other\""),
                    saved.replaceFirst("\"checksum\"\\s*:\\s*\"", "$0x"))) {
                sample.fails(InvalidInputException.class, () -> rollback.loadPlan(text), "was edited");
            }
            assertThat(sample.database().everything(List.of(sample.database().backupSchema())))
                    .isEqualTo(untouched);
        }
    }

    /** The same structure, rows and label elsewhere, be it in the same server, which some products take for the same database. */
    @Test
    void ofAnotherDatabase() {
        try (Sample here = Sample.migrated(server());
                Sample there = Sample.migrated(server())) {
            String saved = there.rollback().plan("before").toJson();
            here.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> here.rollback().loadPlan(saved), "another");
            String explicit = there.rollback()
                    .plan(ExplicitPlan.builder().dropColumn("orders", "paid").build())
                    .toJson();
            here.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> here.rollback().loadPlan(explicit));
        }
    }

    @Test
    void ofABackupThatIsGoneOrReplaced() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            String saved = rollback.plan("before").toJson();
            rollback.prune(0);
            sample.refusesWithoutTrace(InvalidInputException.class, () -> rollback.loadPlan(saved), "'before'");
            rollback.capture("before");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> rollback.loadPlan(saved), "'before'", "Make a new plan");
        }
    }
}
