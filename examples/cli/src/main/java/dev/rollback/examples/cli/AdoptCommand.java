// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.capture.Backup;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "adopt", description = "Describes tables that another script copied before the migration as a backup.")
final class AdoptCommand extends DatabaseCommand {
    @Option(names = "--label", required = true, paramLabel = "LABEL", description = "The name of the new backup.")
    private String label = "";

    @Option(
            names = "--structure",
            required = true,
            paramLabel = "LABEL",
            description = "A backup of the old structure, taken from any database of that version.")
    private String structure = "";

    @Option(
            names = "--table",
            required = true,
            paramLabel = "TABLE=COPY",
            description =
                    "A table and the relation of the backup schema with its rows, as in users=users_backup; repeat.")
    private Map<String, String> copies = new LinkedHashMap<>();

    @Override
    int run() throws Exception {
        Backup backup = open().adopt(label, structure, copies);
        print(
                Map.of(
                        "label", backup.label(),
                        "structure", structure,
                        "tables", backup.tables().size(),
                        "rows", backup.rows()),
                "Adopted %s as backup %s: %s. Next: rollback verify-backup %s"
                        .formatted(
                                Human.count(backup.tables().size(), "table"),
                                backup.label(),
                                Human.count(backup.rows(), "row"),
                                Human.quoted(backup.label())));
        return ExitCodes.DONE;
    }
}
