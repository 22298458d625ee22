// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands share. */
@SuppressWarnings("NullAway.Init") // picocli sets the parent and the spec
abstract class DatabaseCommand implements Callable<Integer> {
    @ParentCommand
    private RollbackCli parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    private @Nullable ProgressDisplay display;

    /** Does the work; returns the exit code. */
    abstract int run() throws Exception;

    boolean accepts(Format format) {
        return format.isGeneral();
    }

    @Override
    public final Integer call() throws Exception {
        if (!accepts(format())) {
            throw badUsage("--format takes text or json here; sql and markdown belong to plan");
        }
        return run();
    }

    /** Connects. Long work shows its progress, where somebody can see it. */
    final Rollback open() throws SQLException {
        display = new ProgressDisplay(spec.commandLine().getErr(), terminal().showsProgress());
        Rollback rollback = connection.open(display);
        display.show(spec.name() + " ...");
        return rollback;
    }

    /** Runs what changes the database; Ctrl-C meanwhile says how to go on. */
    final RollbackReport guarded(Supplier<RollbackReport> work) {
        try (InterruptNote note = new InterruptNote(err())) {
            return work.get();
        }
    }

    /** Whether backups in files are looked at. */
    final boolean hasDirectory() {
        return connection.hasDirectory();
    }

    final Format format() {
        return connection.format();
    }

    final boolean isJson() {
        return format() == Format.JSON;
    }

    final PrintWriter out() {
        clear();
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        clear();
        return spec.commandLine().getErr();
    }

    /** Takes the line of the progress away. */
    private void clear() {
        if (display != null) {
            display.clear();
        }
    }

    final Terminal terminal() {
        return parent.terminal();
    }

    /** Prints the one or the other. */
    final void print(Object json, String text) {
        out().println(isJson() ? Json.write(json) : text);
    }

    /** Whether the format was asked for, not only the default. */
    final boolean isFormatGiven() {
        return spec.commandLine().getParseResult().hasMatchedOption("--format");
    }

    final ParameterException badUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
