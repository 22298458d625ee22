// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Rollback;
import dev.rollback.capture.BackupCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify-backup",
        description = "Recomputes the counts and checksums of a backup; changes nothing of yours.")
final class VerifyBackupCommand extends DatabaseCommand {
    @Parameters(paramLabel = "LABEL", description = "The backup.")
    private String label = "";

    @Option(names = "--drill", description = "Also restore it into a scratch schema, compare, and drop that again.")
    private boolean drill;

    @Override
    int run() throws Exception {
        Rollback rollback = open();
        BackupCheck check = drill ? rollback.drillBackup(label) : rollback.checkBackup(label);
        print(check, text(check));
        return check.isSound() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }

    private static String text(BackupCheck check) {
        String scope = "%s, %s %s"
                .formatted(
                        Human.count(check.tables(), "table"),
                        Human.count(check.rows(), "row"),
                        check.drill() ? "restored and compared" : "read");
        if (check.isSound()) {
            return "Backup " + check.label() + " is sound: " + scope + ".";
        }
        return "Backup " + check.label() + " is NOT what was captured (" + scope + "):\n  - "
                + String.join("\n  - ", check.problems())
                + "\nNext: do not roll back to it; restore from another backup ('rollback backups' lists them).";
    }
}
