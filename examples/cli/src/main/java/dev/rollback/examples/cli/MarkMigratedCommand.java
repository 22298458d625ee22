// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "mark-migrated",
        description =
                "Says that the migration after a backup has ended: what is written from now on is the application's.",
        footer =
                "Without it a rollback cannot tell rows that the migration deleted from rows that the application deleted.")
final class MarkMigratedCommand extends DatabaseCommand {
    @Parameters(paramLabel = "LABEL", description = "The backup that was taken before the migration.")
    private String label = "";

    @Override
    int run() throws Exception {
        open().markMigrated(label);
        print(
                Map.of("label", label, "marked", true),
                "The migration after backup " + label + " is marked as ended; what is written from now on is the"
                        + " application's.");
        return ExitCodes.DONE;
    }
}
