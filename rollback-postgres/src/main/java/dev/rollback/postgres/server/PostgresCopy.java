// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.stream.Stream;

/**
 * COPY through the PostgreSQL driver (pgjdbc), which the connection, or a pool's wrapper of it, belongs to. The driver is looked up at
 * run time: the dialect does not need it to be compiled.
 */
final class PostgresCopy {
    private static final String CONNECTION = "org.postgresql.PGConnection";
    private static final int BUFFER = 1 << 16;

    private final Object manager;

    private PostgresCopy(Object manager) {
        this.manager = manager;
    }

    /**
     * @throws SQLFeatureNotSupportedException when the connection is another driver's
     */
    static PostgresCopy of(Connection connection) throws SQLException {
        for (ClassLoader loader : Stream.of(
                        connection.getClass().getClassLoader(),
                        Thread.currentThread().getContextClassLoader(),
                        PostgresCopy.class.getClassLoader())
                .filter(l -> l != null)
                .distinct()
                .toList()) {
            Class<?> type;
            try {
                type = Class.forName(CONNECTION, false, loader);
            } catch (ClassNotFoundException e) {
                continue; // another class loader may know it
            }
            if (connection.isWrapperFor(type)) {
                return new PostgresCopy(call(type, connection.unwrap(type), "getCopyAPI", new Class<?>[0]));
            }
        }
        throw new SQLFeatureNotSupportedException(
                "File backups need COPY through the PostgreSQL driver (org.postgresql); this connection is "
                        + connection.getClass().getName() + " and does not unwrap to it");
    }

    /** Rows written. */
    long out(String sql, OutputStream out) throws SQLException, IOException {
        return rows(copy("copyOut", new Class<?>[] {String.class, OutputStream.class}, sql, out));
    }

    /** Rows read. */
    long in(String sql, InputStream in) throws SQLException, IOException {
        return rows(copy("copyIn", new Class<?>[] {String.class, InputStream.class, int.class}, sql, in, BUFFER));
    }

    private static long rows(Object answer) {
        return ((Number) answer).longValue();
    }

    private Object copy(String method, Class<?>[] types, Object... arguments) throws SQLException, IOException {
        try {
            return invoke(manager.getClass(), manager, method, types, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw failure(e);
        }
    }

    private static Object call(Class<?> type, Object target, String method, Class<?>[] types) throws SQLException {
        try {
            return invoke(type, target, method, types);
        } catch (InvocationTargetException e) {
            throw failure(e);
        }
    }

    private static Object invoke(Class<?> type, Object target, String name, Class<?>[] types, Object... arguments)
            throws SQLException, InvocationTargetException {
        try {
            Method method = type.getMethod(name, types);
            return method.invoke(target, arguments);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new SQLFeatureNotSupportedException(
                    "This version of the PostgreSQL driver has no " + type.getName() + "." + name, e);
        }
    }

    private static SQLException failure(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
        }
        if (e.getCause() instanceof Error failure) {
            throw failure;
        }
        return e.getCause() instanceof SQLException failure ? failure : new SQLException("COPY failed", e.getCause());
    }
}
