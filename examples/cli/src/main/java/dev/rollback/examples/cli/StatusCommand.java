// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Status;
import dev.rollback.revert.Run;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows open runs, kept originals and backups, and what to do about them.")
final class StatusCommand extends DatabaseCommand {
    @Override
    int run() throws Exception {
        Status status = open().status();
        print(status, text(status));
        return ExitCodes.DONE;
    }

    private static String text(Status status) {
        return String.join(
                "\n\n",
                List.of(
                        "Open runs\n" + open(status.openRuns(), status.runner()),
                        "Kept originals\n" + kept(status.keptByRuns()),
                        "Backups\n" + BackupsCommand.text(status.backups()),
                        ended(status)));
    }

    private static String ended(Status status) {
        if (status.completed() + status.failed() == 0) {
            return "No run has ended yet.";
        }
        return Human.count(status.completed(), "run") + " ended well, " + Human.number(status.failed()) + " did not:"
                + " rollback history";
    }

    private static String open(List<Run> runs, String runner) {
        if (runs.isEmpty()) {
            return runner.isEmpty() ? "None." : "None yet; one is about to begin in " + runner + ".";
        }
        Run run = runs.get(0);
        return HistoryCommand.text(runs) + "\n"
                + (runner.isEmpty()
                        ? "It was interrupted; continue with: rollback resume " + run.id()
                        : "Running since " + Human.time(run.started()) + " in " + runner + ".");
    }

    private static String kept(List<Run> runs) {
        if (runs.isEmpty()) {
            return "None.";
        }
        TextTable table = new TextTable(">run", "to", "ended", "kept");
        for (Run run : runs) {
            String name = run.id();
            for (String relation : run.kept()) {
                table.row(
                        name,
                        name.isEmpty() ? "" : run.target(),
                        name.isEmpty() ? "" : Human.time(run.ended()),
                        relation);
                name = "";
            }
        }
        return table + "\nDrop them when nobody needs them any more: rollback cleanup RUN";
    }
}
