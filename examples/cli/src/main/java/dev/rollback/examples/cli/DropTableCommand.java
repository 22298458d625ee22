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

@Command(
        name = "drop-table",
        description = "Drops tables in the order of their dependencies; they are put aside in the backup schema.")
final class DropTableCommand extends RevertingCommand {
    @Parameters(arity = "1..*", paramLabel = "TABLE", description = "The tables, with or without their schema.")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--if-exists", description = "Pass over what is not there.")
    private boolean ifExists;

    @Override
    RollbackPlan plan(Rollback rollback) {
        ExplicitPlan.Builder plan = ExplicitPlan.builder();
        tables.forEach(ifExists ? plan::dropTableIfExists : plan::dropTable);
        return rollback.plan(plan.build());
    }
}
