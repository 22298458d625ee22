// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.WrappedSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;

/** Ends its sessions as {@code ABORT_SESSION} does, which no other session may ask for in exclusive mode. */
final class KillableSource extends WrappedSource {
    private final JdbcDataSource source;
    private final List<JdbcConnection> open = new ArrayList<>();

    KillableSource(String url, String user, String password) {
        this(source(url, user, password));
    }

    private KillableSource(JdbcDataSource source) {
        super(source);
        this.source = source;
    }

    static JdbcDataSource source(String url, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        List<JdbcConnection> closed = new ArrayList<>();
        for (JdbcConnection connection : open) {
            if (connection.isClosed()) {
                closed.add(connection);
            }
        }
        open.removeAll(closed);
        JdbcConnection connection = (JdbcConnection) source.getConnection();
        open.add(connection);
        return connection;
    }

    synchronized void kill() {
        open.stream().map(JdbcConnection::getSession).filter(Objects::nonNull).forEach(Session::close);
        open.clear();
    }
}
