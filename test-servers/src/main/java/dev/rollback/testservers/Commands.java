// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs other programs. */
final class Commands {
    private Commands() {}

    /** What a program writes to standard output; its failure is an exception with what it writes to standard error. */
    static String output(List<String> command, String input, String hidden, Map<String, String> environment) {
        try {
            return run(command, input, hidden, environment);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + command, e);
        }
    }

    /** Runs a program that needs nothing of the environment. */
    static String output(List<String> command, String input) {
        return output(command, input, "", Map.of());
    }

    /** @param hidden variables that begin so are not passed on; empty passes all */
    private static String run(List<String> command, String input, String hidden, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("command", ".err");
        Path given = Files.createTempFile("command", ".in");
        try {
            Files.writeString(given, input);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectError(errors.toFile()).redirectInput(given.toFile());
            if (!hidden.isEmpty()) {
                builder.environment().keySet().removeIf(name -> name.startsWith(hidden));
            }
            builder.environment().putAll(environment);
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(errors) + out);
            }
            return out;
        } finally {
            Files.delete(errors);
            Files.delete(given);
        }
    }

    /** Gives a program bytes. */
    static void feed(List<String> command, InputStream bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            bytes.transferTo(in);
        }
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }

    /** Whether a program runs and ends well. */
    static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
