// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Rollback;
import dev.rollback.capture.Restored;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        description = "Makes the tables of a backup anew in a schema that has none of these names, and compares them.")
final class RestoreCommand extends DatabaseCommand {
    @Option(names = "--label", required = true, paramLabel = "LABEL", description = "The backup.")
    private String label = "";

    @Option(
            names = "--into",
            required = true,
            paramLabel = "SCHEMA",
            description = "The schema (on MySQL and MariaDB: the database); it is made when it is not there.")
    private String into = "";

    @Mixin
    private YesOption yes = new YesOption();

    @Override
    int run() throws Exception {
        Rollback rollback = open();
        yes.ask(terminal(), "Restore the tables of backup " + label + " into " + into + "?");
        Restored restored = rollback.restore(label, into);
        print(restored, text(restored));
        return ExitCodes.DONE;
    }

    private static String text(Restored restored) {
        List<String> lines = new ArrayList<>();
        lines.add("Restored backup %s into %s and compared it: %s, %s."
                .formatted(
                        restored.label(),
                        restored.schema(),
                        Human.count(restored.tables().size(), "table"),
                        Human.count(restored.rows(), "row")));
        restored.tables().forEach(t -> lines.add("  " + t.table() + ": " + Human.count(t.rows(), "row")));
        if (!restored.leftOut().isEmpty()) {
            lines.add("Left out:");
            restored.leftOut().forEach(object -> lines.add("  " + object));
        }
        lines.add("Grant what the application needs.");
        return String.join("\n", lines);
    }
}
