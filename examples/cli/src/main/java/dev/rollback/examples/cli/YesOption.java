// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.RollbackRefusedException;
import picocli.CommandLine.Option;

/** For commands that need no question, but ask one where somebody is there to answer. */
final class YesOption {
    @Option(
            names = {"--yes", "-y"},
            description = "Do not ask. Without a terminal nothing is asked anyway.")
    private boolean yes;

    /** @throws RollbackRefusedException when the answer is not yes */
    void ask(Terminal terminal, String question) {
        if (yes || !terminal.isInteractive()) {
            return;
        }
        String answer = terminal.ask(question + " [y/N]: ");
        if (answer == null || !answer.strip().matches("(?i)y(es)?")) {
            throw new RollbackRefusedException("The question was not answered with yes.");
        }
    }
}
