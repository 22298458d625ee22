// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that does something more with the connections of another one. */
public abstract class WrappedSource implements DataSource {
    private final DataSource source;

    protected WrappedSource(DataSource source) {
        this.source = source;
    }

    /** What a host does with each new connection. */
    @FunctionalInterface
    public interface Setup {
        void on(Connection connection) throws SQLException;
    }

    /** Sets every connection up. */
    public static DataSource with(DataSource source, Setup setup) {
        return new WrappedSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = source.getConnection();
                setup.on(connection);
                return connection;
            }
        };
    }

    /** Runs a statement on every connection. */
    public static DataSource with(DataSource source, String sql) {
        return with(source, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("there is one user only");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
