// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import dev.rollback.dialect.ServerErrors;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By the server's number, and by SQLState where a driver has none; see the manual's "Server Error Message Reference". */
public final class MysqlErrors implements ServerErrors {
    private static final int MAX_CAUSES = 10;
    /** What MariaDB's driver writes before the server's words. */
    private static final Pattern NUMBER_OF_CONNECTION = Pattern.compile("^\\(conn[=:]\\d+\\) ");

    /** The classification needs no settings. */
    public MysqlErrors() {}

    @Override
    public Kind kind(SQLException failure) {
        SQLException cause = numbered(failure);
        return switch (cause.getErrorCode()) {
            // lock wait, deadlock, XA deadlock, NOWAIT, a table or row changed since the snapshot
            case 1205, 1213, 1614, 3572, 1412, 1020 -> Kind.CONFLICT;
            case 1044, 1095, 1142, 1143, 1227, 1370, 1410 -> Kind.PERMISSION;
            case 1045, 1251, 1698, 1820, 1862, 3118, 4151 -> Kind.AUTHENTICATION;
            case 1049 -> Kind.NO_SUCH_DATABASE;
            case 1290, 1792, 1836 -> Kind.READ_ONLY;
            // disk full, table or file full, memory, lock table
            case 3, 1021, 1037, 1038, 1041, 1114, 1206 -> Kind.OUT_OF_SPACE;
            // too many connections, shutdown, killed, network, idle; the drivers' own from 2002
            case 1040, 1053, 1077, 1152, 1158, 1159, 1160, 1161, 1203, 1226, 1927, 3169, 4031, 2002, 2003, 2006, 2013 ->
                Kind.CONNECTION;
            default -> byState(cause.getSQLState());
        };
    }

    private static Kind byState(@Nullable String state) {
        if (state == null) {
            return Kind.OTHER;
        }
        return switch (state) {
            case "40001" -> Kind.CONFLICT;
            case "25006" -> Kind.READ_ONLY;
            case "42501" -> Kind.PERMISSION;
            default ->
                state.startsWith("08") ? Kind.CONNECTION : state.startsWith("28") ? Kind.AUTHENTICATION : Kind.OTHER;
        };
    }

    @Override
    public String words(SQLException failure) {
        return NUMBER_OF_CONNECTION.matcher(ServerErrors.super.words(failure)).replaceFirst("");
    }

    /** Pools and batches wrap the server's error in one of their own that may have neither number nor state. */
    private static SQLException numbered(SQLException failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SQLException e && (e.getErrorCode() > 0 || e.getSQLState() != null)) {
                return e;
            }
            cause = cause.getCause();
        }
        return failure;
    }
}
