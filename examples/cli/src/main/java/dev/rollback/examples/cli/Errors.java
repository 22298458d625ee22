// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Failures in words, or as a JSON document; a stack trace with {@code --debug} only. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** How picocli lists the values of an enum. */
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)] \\(case-insensitive\\)");

    /** What people write to give a password. */
    private static final Pattern PASSWORD = Pattern.compile("(?!--password-env)(-p|--p(ass|w)).*");

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String help = "Help: " + command.getCommandSpec().qualifiedName() + " --help";
        return report(command, Arrays.asList(args), failure, usageMessage(failure, args) + "\n" + help);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return report(command, parsed.originalArgs(), failure, message(failure));
    }

    private static String usageMessage(ParameterException failure, String[] args) {
        if (Arrays.stream(args).anyMatch(a -> PASSWORD.matcher(a).matches())) {
            // picocli would repeat the password.
            return "There is no option for the password itself, since others on the machine could read it: put it into"
                    + " an environment variable and name that with --password-env.";
        }
        String message = CHOICE.matcher(String.valueOf(failure.getMessage()))
                .replaceAll(choice -> choice.group(1).toLowerCase(Locale.ROOT))
                .replaceFirst("\\.$", "")
                .replace("is not an int", "is not a whole number");
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return message + "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return message + ".";
    }

    private static String message(Throwable failure) {
        if (failure instanceof RollbackRefusedException refused) {
            return "Refused, nothing was touched:\n  - " + String.join("\n  - ", refused.reasons());
        }
        if (failure instanceof RollbackException || failure instanceof SQLException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof IOException) {
            return String.valueOf(failure.getMessage());
        }
        return "Unexpected failure: " + failure
                + "\nNext: run again with --debug; 'rollback status' shows where things stand.";
    }

    private static int report(CommandLine command, List<String> args, Exception failure, String message) {
        int code = ExitCodes.of(failure);
        PrintWriter err = command.getErr();
        if (wantsJson(args)) {
            command.getOut().println(Json.write(document(failure, message, code)));
        } else {
            err.println(Secrets.hide(message));
        }
        if (args.contains("--debug")) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(Secrets.hide(trace.toString()));
        }
        return code;
    }

    private static Map<String, Object> document(Exception failure, String message, int code) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("kind", kind(code));
        error.put("message", Secrets.hide(message));
        if (failure instanceof RollbackRefusedException refused) {
            error.put("reasons", refused.reasons().stream().map(Secrets::hide).toList());
        }
        if (failure instanceof RollbackFailedException failed) {
            error.put("message", Secrets.hide(message.replaceFirst("(?s)\nState: .*", "")));
            error.put("state", Secrets.hide(failed.state()));
            error.put("next", Secrets.hide(failed.next()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("error", error);
        document.put("exitCode", code);
        return document;
    }

    private static String kind(int code) {
        return switch (code) {
            case ExitCodes.BAD_INPUT -> "bad input";
            case ExitCodes.REFUSED -> "refused";
            default -> "failed";
        };
    }

    /** Asked of the raw arguments: the parser may have given up before it came to the option. */
    private static boolean wantsJson(List<String> args) {
        int at = args.indexOf("--format");
        String value = at >= 0 && at + 1 < args.size() ? args.get(at + 1) : "";
        return value.toLowerCase(Locale.ROOT).equals("json")
                || args.stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).equals("--format=json"));
    }
}
