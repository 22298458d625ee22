// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.verify.Finding;
import dev.rollback.verify.Level;
import dev.rollback.verify.Verification;
import dev.rollback.verify.Verification.Rung;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Compares the database with a backup, level by level; changes nothing.")
final class VerifyCommand extends DatabaseCommand {
    @Option(names = "--to", required = true, paramLabel = "LABEL", description = "The backup to compare with.")
    private String label = "";

    @Option(names = "--structure-only", description = "Compare objects, definitions and states, and look at no row.")
    private boolean structureOnly;

    @Override
    int run() throws Exception {
        Verification verification = structureOnly ? open().verifyStructure(label) : open().verify(label);
        print(verification, text(verification));
        return verification.isClean() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }

    private static String text(Verification verification) {
        TextTable table = new TextTable("level", ">compared", "result");
        for (Rung rung : verification.levels()) {
            table.row(rung.level().label(), Human.number(rung.compared()), result(rung));
        }
        StringBuilder text = new StringBuilder(table.toString()).append("\n\n");
        if (verification.isClean()) {
            return text + "The database is what backup " + verification.target() + " says.";
        }
        text.append(Human.count(verification.findings().size(), "difference"))
                .append(" from backup ")
                .append(verification.target())
                .append(':');
        for (Finding finding : verification.findings()) {
            text.append("\n  - ").append(finding);
        }
        return text.append('\n').append(next(verification)).toString();
    }

    private static String next(Verification verification) {
        boolean rowsOnly = verification.findings().stream()
                .allMatch(f -> f.level() == Level.COUNTS || f.level() == Level.CHECKSUMS);
        String note =
                rowsOnly ? "Only rows differ, as they do when the application has written since the backup.\n" : "";
        return note + "Next: rollback plan --to " + Human.quoted(verification.target());
    }

    private static String result(Rung rung) {
        if (!rung.findings().isEmpty()) {
            return Human.count(rung.findings().size(), "difference");
        }
        return rung.skipped().isEmpty() ? "ok" : "skipped: " + rung.skipped();
    }
}
