// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.capture.CaptureOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "capture", description = "Takes a snapshot of structure and rows, before a migration.")
final class CaptureCommand extends DatabaseCommand {
    @Option(
            names = "--label",
            required = true,
            paramLabel = "LABEL",
            description = "The name of the new backup, as in before-v42.")
    private String label = "";

    @Option(
            names = "--tables",
            paramLabel = "TABLE",
            description =
                    "Store the rows of these tables only; the structure is captured whole. Separated by commas, names with"
                            + " dots or commas in double quotes.")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--structure-only", description = "Store no rows.")
    private boolean structureOnly;

    @Option(
            names = "--provider",
            defaultValue = "schema",
            paramLabel = "PROVIDER",
            description = "Where to store it: schema (the backup schema) or file (the directory that --dir names).")
    private String provider = "";

    @Override
    int run() throws Exception {
        boolean intoFiles = provider.equals("file");
        if (!intoFiles && !provider.equals("schema")) {
            throw badUsage("There is no provider '" + provider + "'; use --provider schema or --provider file");
        }
        if (intoFiles && !hasDirectory()) {
            throw badUsage("--provider file needs --dir DIRECTORY");
        }
        if (!intoFiles && hasDirectory()) {
            throw badUsage("--dir belongs to --provider file");
        }
        CaptureOptions options = new CaptureOptions(label, Names.list(tables), structureOnly, Map.of());
        Backup backup = open().capture(options);
        print(json(backup), text(backup));
        return ExitCodes.DONE;
    }

    private static String text(Backup backup) {
        TextTable table = new TextTable("table", ">rows", ">size", "stored as");
        for (BackupTable stored : backup.tables()) {
            table.row(
                    stored.table().path(), Human.number(stored.rows()), Human.size(stored.bytes()), stored.storedAs());
        }
        String head = "Captured %s at %s: %s, %s, %s."
                .formatted(
                        backup.label(),
                        Human.time(backup.takenAt()),
                        Human.count(backup.model().objects().size(), "object"),
                        Human.count(backup.rows(), "row"),
                        Human.size(backup.bytes()));
        String next = "Next: migrate. The way back: rollback plan --to " + Human.quoted(backup.label())
                + (backup.provider().equals("file") ? " --dir DIRECTORY" : "");
        return backup.tables().isEmpty() ? head + "\n" + next : head + "\n\n" + table + "\n\n" + next;
    }

    private static Map<String, Object> json(Backup backup) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", backup.label());
        json.put("takenAt", backup.takenAt());
        json.put("provider", backup.provider());
        json.put("position", backup.position());
        json.put("objects", backup.model().objects().size());
        json.put("rows", backup.rows());
        json.put("bytes", backup.bytes());
        json.put("tables", backup.tables().stream().map(CaptureCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(BackupTable stored) {
        return Map.of(
                "table", stored.table().path(),
                "storedAs", stored.storedAs(),
                "rows", stored.rows(),
                "bytes", stored.bytes(),
                "checksum", stored.checksum());
    }
}
