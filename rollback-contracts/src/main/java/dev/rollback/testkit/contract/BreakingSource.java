// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does something right before one of the statements that are sent, such as ending the session that sends it. */
final class BreakingSource extends WrappedSource {
    private final DataSource source;
    private final Runnable action;
    private final AtomicInteger sent = new AtomicInteger();

    private volatile int at;
    private volatile @Nullable SQLException answer;

    BreakingSource(DataSource source, Runnable action) {
        super(source);
        this.source = source;
        this.action = action;
    }

    /** Begins to count; 0 for never. */
    void breakAt(int statement) {
        sent.set(0);
        answer = null;
        at = statement;
    }

    /** The same, and the statement fails then, whatever the server would say. */
    void breakAt(int statement, SQLException answer) {
        breakAt(statement);
        this.answer = answer;
    }

    /** How many statements there were since. */
    int sent() {
        return sent.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, source.getConnection());
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                BreakingSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (real instanceof Statement
                            && method.getName().startsWith("execute")
                            && sent.incrementAndGet() == at) {
                        action.run();
                        if (answer != null) {
                            throw answer;
                        }
                    }
                    try {
                        Object result = method.invoke(real, args);
                        if (result instanceof PreparedStatement statement) {
                            return watched(PreparedStatement.class, statement);
                        }
                        return result instanceof Statement statement ? watched(Statement.class, statement) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
