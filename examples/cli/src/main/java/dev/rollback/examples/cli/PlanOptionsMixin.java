// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.PlanOptions;
import dev.rollback.RestoreMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a way back is derived. */
final class PlanOptionsMixin {
    @Option(
            names = "--only",
            paramLabel = "TABLE",
            description =
                    "Take back these tables only, with what belongs to them; separated by commas, names with dots or"
                            + " commas in double quotes.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "merge (default): rows written since survive; image: the backup is put back exactly, rows and"
                    + " values written since are put aside.")
    private @Nullable RestoreMode mode;

    boolean isGiven() {
        return !only.isEmpty() || mode != null;
    }

    PlanOptions toOptions() {
        return PlanOptions.defaults()
                .withMode(mode == null ? RestoreMode.MERGE : mode)
                .withOnly(Names.list(only));
    }
}
