// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollback.testservers.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Runs the command line in this JVM, as a shell would run it. */
final class Cli {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Cli() {}

    /** What a command printed, and its exit code. */
    record Result(int code, String out, String err) {
        String all() {
            return out + err;
        }

        /** Standard output must be exactly one document. */
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not one JSON document: " + this, e);
            }
        }
    }

    /** Without a terminal. */
    static Result run(String... args) {
        return run(new FakeTerminal(false), args);
    }

    /** On a terminal where somebody answers. */
    static Result answering(List<String> answers, String... args) {
        FakeTerminal terminal = new FakeTerminal(true);
        terminal.answers.addAll(answers);
        return run(terminal, args);
    }

    /** The arguments, followed by how to connect to a database. */
    static String[] on(TestDatabase database, String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.add("--url");
        all.add(url(database));
        return all.toArray(String[]::new);
    }

    /** With user and password. */
    static String url(TestDatabase database) {
        String separator = database.url().contains("?") ? "&" : "?";
        return database.url() + separator + "user=" + database.user() + "&password=" + database.password();
    }

    private static Result run(Terminal terminal, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = RollbackCli.run(new PrintWriter(out), new PrintWriter(err), terminal, args);
        return new Result(code, out.toString(), err.toString());
    }

    private static final class FakeTerminal implements Terminal {
        private final boolean interactive;
        private final Deque<String> answers = new ArrayDeque<>();

        FakeTerminal(boolean interactive) {
            this.interactive = interactive;
        }

        @Override
        public boolean isInteractive() {
            return interactive;
        }

        @Override
        public boolean showsProgress() {
            return false;
        }

        @Override
        public String ask(String question) {
            return answers.poll();
        }
    }
}
