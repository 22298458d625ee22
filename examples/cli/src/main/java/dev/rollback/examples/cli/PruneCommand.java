// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Removal;
import dev.rollback.Rollback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "prune", description = "Deletes backups by age, never one that an open run or a kept original needs.")
final class PruneCommand extends DatabaseCommand {
    private static final int CENTURY = 36_525;

    @Option(
            names = "--keep-days",
            required = true,
            paramLabel = "DAYS",
            description = "Keep backups that are at most this old.")
    private int keepDays;

    @Mixin
    private YesOption yes = new YesOption();

    @Override
    int run() throws Exception {
        if (keepDays < 0 || keepDays > CENTURY) {
            throw badUsage("--keep-days takes a number from 0 to " + CENTURY + ", got " + keepDays);
        }
        Rollback rollback = open();
        yes.ask(terminal(), "Delete backups older than " + Human.count(keepDays, "day") + " for good?");
        Removal removal = rollback.prune(keepDays);
        print(
                Map.of("deleted", removal.removed(), "stays", removal.stays()),
                text(removal, "Deleted", "There was nothing to delete."));
        return ExitCodes.DONE;
    }

    /** What went, and what stays and why. */
    static String text(Removal removal, String gone, String nothing) {
        List<String> lines = new ArrayList<>();
        lines.add(removal.removed().isEmpty() ? nothing : gone + ":");
        removal.removed().forEach(name -> lines.add("  " + name));
        if (!removal.stays().isEmpty()) {
            lines.add("Stays:");
            removal.stays().forEach(stay -> lines.add("  " + stay.name() + ": " + stay.reason()));
        }
        return String.join("\n", lines);
    }
}
