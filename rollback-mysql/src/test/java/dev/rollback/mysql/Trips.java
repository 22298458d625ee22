// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the statements that a connection sends. */
final class Trips {
    private final DataSource source;
    private final AtomicLong count = new AtomicLong();

    /** @param multi whether MySQL's driver must be told that several statements may be sent at once */
    Trips(DataSource source, boolean multi) throws SQLException {
        this.source = source;
        if (multi) {
            MysqlDataSource mysql = (MysqlDataSource) source;
            mysql.setUrl(mysql.getUrl() + "&allowMultiQueries=true");
        }
    }

    long count() {
        return count.get();
    }

    Connection connection() throws SQLException {
        return counting(Connection.class, source.getConnection());
    }

    private <T> T counting(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                Trips.class.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(real, args);
                        if (result instanceof PreparedStatement statement) {
                            return counting(PreparedStatement.class, statement);
                        }
                        return result instanceof Statement statement ? counting(Statement.class, statement) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
