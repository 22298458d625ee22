// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import picocli.CommandLine.Mixin;

/** A command that makes a plan, asks, and runs it. */
abstract class RevertingCommand extends DatabaseCommand {
    @Mixin
    private RunOptions options = new RunOptions();

    /** What can be refused without a database. */
    void checkInput() {}

    abstract RollbackPlan plan(Rollback rollback);

    @Override
    final int run() throws Exception {
        checkInput();
        if (options.asks() && !terminal().isInteractive()) {
            throw badUsage("There is no terminal to ask on: add --yes to run without a question, or --dry-run to look"
                    + " only; nothing was touched");
        }
        RevertOptions how = options.toOptions();
        Rollback rollback = open();
        rollback.requireIdle();
        RollbackPlan plan = plan(rollback);
        if (options.isDryRun() && !isJson()) {
            out().println(plan.toText().stripTrailing() + "\n");
        }
        if (options.asks() && canRun(plan) && !isWanted(plan)) {
            throw new RollbackRefusedException("The question was not answered with yes.");
        }
        return report(this, guarded(() -> rollback.revert(plan, how)));
    }

    /** The report of a run, and the exit code that goes with it. */
    static int report(DatabaseCommand command, RollbackReport report) {
        String text = command.isJson() ? report.toJson() : report.toText();
        command.out().println(text.stripTrailing());
        return switch (report.outcome()) {
            case DONE, NOTHING_TO_DO, DRY_RUN -> ExitCodes.DONE;
            case VERIFICATION_FAILED, UNDONE -> ExitCodes.DIFFERENCES;
        };
    }

    /** A plan that will be refused, or has nothing to do, needs no answer. */
    private boolean canRun(RollbackPlan plan) {
        return !plan.isEmpty()
                && plan.refusals().isEmpty()
                && (options.allowsDataLoss() || plan.lossesToAccept().isEmpty());
    }

    /** On standard error, as standard output may be a file. */
    private boolean isWanted(RollbackPlan plan) {
        err().println(PlanSummary.text(plan));
        while (true) {
            String answer = terminal().ask("Run it? [y]es, [n]o, [p]lan in full: ");
            String word = answer == null ? "n" : answer.strip().toLowerCase(java.util.Locale.ROOT);
            switch (word) {
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                case "p", "plan" -> err().println(plan.toText());
                default -> err().println("Please answer y, n or p.");
            }
        }
    }
}
