// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.io.PrintWriter;

/** Tells who presses Ctrl-C in the middle of a run how to go on. The server takes back what was not committed. */
final class InterruptNote implements AutoCloseable {
    private final Thread hook;

    InterruptNote(PrintWriter err) {
        hook = new Thread(
                () -> {
                    err.println("\nInterrupted. The server takes back what was not committed; nothing is lost.");
                    err.println("Next: 'rollback status' shows whether a run is open, 'rollback resume' continues it.");
                    err.flush();
                },
                "interrupt-note");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Too late to take it back: it is being said.
        }
    }
}
