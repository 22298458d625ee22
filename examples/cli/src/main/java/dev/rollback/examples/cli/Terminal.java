// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a person is there, and what they answer. */
interface Terminal {
    /** Whether questions can be asked. */
    boolean isInteractive();

    /** Whether standard error can show a bar that moves. */
    boolean showsProgress();

    /** The answer to a question; null when the input ended. */
    @Nullable
    String ask(String question);

    static Terminal system() {
        return new Terminal() {
            private final @Nullable Console console = System.console();

            @Override
            public boolean isInteractive() {
                return console != null && isTerminal(console);
            }

            @Override
            public boolean showsProgress() {
                return isInteractive() && errorsGoToTerminal();
            }

            @Override
            public @Nullable String ask(String question) {
                return console == null ? null : console.readLine("%s", question);
            }
        };
    }

    /** From Java 22 on there always is a console, and it has a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** Where the system does not tell, the answer for standard output will do. */
    private static boolean errorsGoToTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return true;
        }
    }
}
