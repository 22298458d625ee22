// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.dialect.ServerErrors;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By SQLState; see the manual's appendix "PostgreSQL Error Codes". */
public final class PostgresErrors implements ServerErrors {
    private static final int MAX_CAUSES = 10;
    private static final Pattern WHERE = Pattern.compile("^(Position|Where|Location|Internal (Query|Position)): ");

    @Override
    public Kind kind(SQLException failure) {
        String state = state(failure);
        if (state == null) {
            return Kind.OTHER;
        }
        return switch (state) {
            case "55P03", "40P01", "40001" -> Kind.CONFLICT;
            case "42501" -> Kind.PERMISSION;
            case "3D000" -> Kind.NO_SUCH_DATABASE;
            case "25006" -> Kind.READ_ONLY;
            // shutdown, crash, start-up, dropped database, idle limits, too many connections
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "53300" -> Kind.CONNECTION;
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08" -> Kind.CONNECTION;
                    case "28" -> Kind.AUTHENTICATION;
                    case "53" -> Kind.OUT_OF_SPACE;
                    default -> Kind.OTHER;
                };
        };
    }

    /** The driver's text has a line each for the message, the detail, the hint, and then for where it happened. */
    @Override
    public String words(SQLException failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines()
                .map(String::strip)
                .takeWhile(line -> !WHERE.matcher(line).find())
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceFirst("\\.$", ""))
                .collect(Collectors.joining(". "));
    }

    /** Pools and batches wrap the server's error in one of their own that may have no state. */
    private static @Nullable String state(SQLException failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return e.getSQLState();
            }
            cause = cause.getCause();
        }
        return null;
    }
}
