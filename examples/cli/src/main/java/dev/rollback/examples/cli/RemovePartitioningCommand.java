// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Rollback;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove-partitioning",
        description = "Makes a partitioned table an ordinary one, keeping rows, keys, indexes and dependents.")
final class RemovePartitioningCommand extends RevertingCommand {
    @Parameters(paramLabel = "TABLE", description = "The table, with or without its schema.")
    private String table = "";

    @Override
    RollbackPlan plan(Rollback rollback) {
        return rollback.plan(ExplicitPlan.builder().removePartitioning(table).build());
    }
}
