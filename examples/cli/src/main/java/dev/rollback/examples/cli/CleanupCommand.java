// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Removal;
import dev.rollback.Rollback;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cleanup",
        description = "Drops what a run kept. There is no way back from that; 'status' lists what is kept.")
final class CleanupCommand extends DatabaseCommand {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The number of the run.")
    private @Nullable String run;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "Clean up after all runs that ended longer ago, as in 30m, 24h or 7d.")
    private @Nullable String age;

    @Mixin
    private YesOption yes = new YesOption();

    @Override
    int run() throws Exception {
        if ((run == null) == (age == null)) {
            throw badUsage(
                    "Name either a run or an age, as in 'rollback cleanup 7' or 'rollback cleanup --older-than 24h'");
        }
        Duration olderThan = age == null ? Duration.ZERO : Times.of(age);
        Rollback rollback = open();
        yes.ask(
                terminal(),
                "Drop what is kept of " + (run == null ? "runs older than " + age : "run " + run) + " for good?");
        Removal removal =
                run == null ? rollback.cleanupOlderThan(olderThan) : new Removal(rollback.cleanup(run), List.of());
        print(
                Map.of("dropped", removal.removed(), "stays", removal.stays()),
                PruneCommand.text(removal, "Dropped", "There was nothing to drop."));
        return ExitCodes.DONE;
    }
}
