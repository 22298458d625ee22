// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Rollback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Continues an interrupted run to its end.")
final class ResumeCommand extends DatabaseCommand {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its number; the only open one by default.")
    private @Nullable String run;

    @Override
    int run() throws Exception {
        Rollback rollback = open();
        return RevertingCommand.report(this, guarded(() -> rollback.resume(run)));
    }
}
