// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.capture.BackupSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "backups", description = "Lists the backups, newest first.")
final class BackupsCommand extends DatabaseCommand {
    @Override
    int run() throws Exception {
        List<BackupSummary> backups = open().backups();
        print(Map.of("backups", backups), text(backups));
        return ExitCodes.DONE;
    }

    static String text(List<BackupSummary> backups) {
        if (backups.isEmpty()) {
            return "There are no backups. Take one before a migration: rollback capture --label LABEL";
        }
        TextTable table =
                new TextTable("label", "taken at", ">tables", ">rows", ">size", "provider", "origin", "last checked");
        for (BackupSummary backup : backups) {
            table.row(
                    backup.label(),
                    Human.time(backup.takenAt()),
                    Human.number(backup.tables()),
                    Human.number(backup.rows()),
                    Human.size(backup.bytes()),
                    backup.provider(),
                    backup.origin().name().toLowerCase(Locale.ROOT),
                    backup.checkedAt() == null ? "not checked" : Human.time(backup.checkedAt()));
        }
        return table.toString();
    }
}
