// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Rollback;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "drop-column", description = "Drops columns; their values are put aside in the backup schema.")
final class DropColumnCommand extends RevertingCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "TABLE.COLUMN",
            description =
                    "The columns; the last dot ends the name of the table, which may have its schema. Names with dots stand"
                            + " in double quotes.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--if-exists", description = "Pass over what is not there.")
    private boolean ifExists;

    @Override
    void checkInput() {
        for (String column : columns) {
            int dot = Names.lastDot(column);
            if (dot <= 0 || dot == column.length() - 1) {
                throw badUsage("A column is named TABLE.COLUMN or SCHEMA.TABLE.COLUMN; got '" + column + "'");
            }
        }
    }

    @Override
    RollbackPlan plan(Rollback rollback) {
        ExplicitPlan.Builder plan = ExplicitPlan.builder();
        for (String column : columns) {
            int dot = Names.lastDot(column);
            String table = column.substring(0, dot);
            String name = Names.unquoted(column.substring(dot + 1));
            if (ifExists) {
                plan.dropColumnIfExists(table, name);
            } else {
                plan.dropColumn(table, name);
            }
        }
        return rollback.plan(plan.build());
    }
}
