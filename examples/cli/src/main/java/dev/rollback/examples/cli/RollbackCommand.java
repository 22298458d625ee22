// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.plan.RollbackPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        description = "Takes the database back to a backup: safety capture, revert, verify, record.")
final class RollbackCommand extends RevertingCommand {
    @Option(
            names = "--to",
            paramLabel = "LABEL",
            description = "The backup to go back to; may be left out with --plan.")
    private @Nullable String label;

    @Mixin
    private PlanOptionsMixin planning = new PlanOptionsMixin();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Run exactly the plan that 'plan --format json --out FILE' saved; refused when the database has"
                            + " drifted from it.")
    private @Nullable Path file;

    private String saved = "";

    @Override
    void checkInput() {
        if (file == null) {
            if (label == null) {
                throw badUsage("Where to? Name a backup with --to, or a saved plan with --plan");
            }
            return;
        }
        if (planning.isGiven()) {
            throw badUsage("--only and --mode belong to the making of a plan; leave them out with --plan");
        }
        saved = PlanFile.read(file);
    }

    @Override
    RollbackPlan plan(Rollback rollback) {
        if (file == null) {
            return rollback.plan(String.valueOf(label), planning.toOptions());
        }
        RollbackPlan plan = rollback.loadPlan(saved);
        if (label != null && !label.equals(plan.target())) {
            throw new InvalidInputException("The plan in %s leads to '%s', but --to says '%s'; nothing was touched."
                    .formatted(file, plan.target(), label));
        }
        return plan;
    }
}
