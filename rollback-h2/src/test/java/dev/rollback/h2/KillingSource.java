// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Loses a session for good at one of the statements that it sends once it is in exclusive mode. */
final class KillingSource {
    private static final int BROKEN = 90067;

    private final DataSource source;
    private final int killAt;
    private boolean counting;
    private int count;

    KillingSource(DataSource source, int killAt) {
        this.source = source;
        this.killAt = killAt;
    }

    /** Whether there was a statement of that number. */
    boolean hasKilled() {
        return count >= killAt;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, source, null, null);
    }

    private <T> T proxy(Class<T> type, T real, Connection connection, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                KillingSource.class.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
                    String sql = args != null && args.length > 0 && args[0] instanceof String text ? text : prepared;
                    if (connection != null && method.getName().startsWith("execute") && sql != null) {
                        before(connection, sql);
                    }
                    try {
                        Object result = method.invoke(real, args);
                        if (result instanceof Connection c) {
                            return proxy(Connection.class, c, c, null);
                        }
                        if (result instanceof PreparedStatement s) {
                            return proxy(PreparedStatement.class, s, connection, sql);
                        }
                        return result instanceof Statement s ? proxy(Statement.class, s, connection, null) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void before(Connection connection, String sql) throws SQLException {
        counting |= sql.startsWith("SET EXCLUSIVE 1");
        if (counting && ++count == killAt) {
            connection.close();
            throw new SQLException("the session is gone", "90067", BROKEN);
        }
    }
}
