// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.revert.Run;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "history", description = "Lists all runs, newest first.")
final class HistoryCommand extends DatabaseCommand {
    @Override
    int run() throws Exception {
        List<Run> runs = open().history();
        print(Map.of("runs", runs), runs.isEmpty() ? "There were no runs yet." : text(runs));
        return ExitCodes.DONE;
    }

    static String text(List<Run> runs) {
        TextTable table = new TextTable(
                ">run", "to", "state", "started", ">took", "operator", "ticket", "reason", ">kept", "how it ended");
        for (Run run : runs) {
            table.row(
                    run.id(),
                    run.target(),
                    run.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Human.time(run.started()),
                    run.ended() == null ? "-" : Human.duration(Duration.between(run.started(), run.ended())),
                    Human.or(run.operator(), "-"),
                    Human.or(run.ticket(), "-"),
                    Human.or(run.reason(), "-"),
                    Human.number(run.kept().size()),
                    Human.firstLine(run.message()));
        }
        return table.toString();
    }
}
