// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import dev.rollback.dialect.ServerErrors;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** By the number of the error; see the constants of H2's {@code org.h2.api.ErrorCode}. */
public final class H2Errors implements ServerErrors {
    private static final int MAX_CAUSES = 10;
    private static final Pattern CLASS = Pattern.compile("(?:\\b\\w+\\.)+[A-Z]\\w*Exception: ");
    private static final String STATEMENT = "; SQL statement:";

    /** The classification needs no settings. */
    public H2Errors() {}

    @Override
    public Kind kind(SQLException failure) {
        return switch (numbered(failure).getErrorCode()) {
            // deadlock, lock timeout, row changed by another session, exclusive mode of another session
            case 40001, 50200, 90131, 90135 -> Kind.CONFLICT;
            case 90040, 90096, 90140 -> Kind.PERMISSION;
            case 28000, 28001 -> Kind.AUTHENTICATION;
            case 90013, 90146, 90149 -> Kind.NO_SUCH_DATABASE;
            case 90097 -> Kind.READ_ONLY;
            // disk full, memory
            case 90100, 90108 -> Kind.OUT_OF_SPACE;
            // closed, broken, shut down, in use by another process
            case 90007, 90020, 90067, 90098, 90121 -> Kind.CONNECTION;
            default -> Kind.OTHER;
        };
    }

    /** Without the statement, which H2 appends, and the names of classes that it quotes. */
    @Override
    public String words(SQLException failure) {
        String words = ServerErrors.super.words(failure);
        int statement = words.indexOf(STATEMENT);
        return CLASS.matcher(statement < 0 ? words : words.substring(0, statement))
                .replaceAll("");
    }

    /** Pools wrap the server's error in one of their own. */
    private static SQLException numbered(SQLException failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SQLException e && e.getErrorCode() > 0) {
                return e;
            }
            cause = cause.getCause();
        }
        return failure;
    }
}
