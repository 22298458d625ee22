// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar rollback.jar <command> --url JDBC_URL ...}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Takes a database back to what it was before a schema migration, and proves it.",
        synopsisSubcommandLabel = "<command>",
        subcommands = {
            CaptureCommand.class,
            MarkMigratedCommand.class,
            BackupsCommand.class,
            VerifyBackupCommand.class,
            RestoreCommand.class,
            AdoptCommand.class,
            PlanCommand.class,
            RollbackCommand.class,
            ResumeCommand.class,
            VerifyCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            CleanupCommand.class,
            PruneCommand.class,
            RemovePartitioningCommand.class,
            DropColumnCommand.class,
            DropTableCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done and verified",
            "  1  a check found differences; each is listed",
            "  2  wrong usage or bad input; nothing was touched",
            "  3  refused, with reasons; nothing was touched",
            "  4  the database or the machine failed; the message says how to go on",
            "",
            "The usual way: capture before the migration; afterwards plan, rollback, verify, and",
            "cleanup when nobody needs the migrated tables any more. Lost the thread? Begin with status."
        })
public final class RollbackCli implements Callable<Integer> {
    private static final int WIDTH = 100;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    RollbackCli(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--debug")) {
            System.setProperty("org.slf4j.simpleLogger.log.dev.rollback", "debug");
        }
        // UTF-8 whatever the locale: JSON is, and a plan must not change on its way into a file.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(new PrintWriter(out, false), new PrintWriter(err, true), Terminal.system(), args);
        System.exit(code);
    }

    /** Runs one command; returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, Terminal terminal, String... args) {
        // What the PostgreSQL driver logs it also throws; its log may quote the URL.
        Logger driverLog = Logger.getLogger("org.postgresql");
        driverLog.setLevel(Level.OFF);
        Errors errors = new Errors();
        int code = new CommandLine(new RollbackCli(terminal))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    Terminal terminal() {
        return terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing, as in 'rollback status --url ...'");
    }
}
