// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of its own for one test. Every connection is new: nothing is pooled. */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final String name;
    private final String url;
    private final String user;
    private final String password;
    private final boolean owned;

    TestDatabase(TestServer server, String name, String url, String user, String password, boolean owned) {
        this.server = server;
        this.name = name;
        this.url = url;
        this.user = user;
        this.password = password;
        this.owned = owned;
    }

    public TestServer server() {
        return server;
    }

    public String name() {
        return name;
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** The driver's plain data source. */
    public DataSource dataSource() {
        return server.dataSource(name, user, password);
    }

    public Connection connection() throws SQLException {
        return dataSource().getConnection();
    }

    /** The same database as another user sees it; closing that view drops nothing. */
    public TestDatabase as(String user, String password) {
        return new TestDatabase(server, name, url, user, password, false);
    }

    /** The same database as a role sees it; closing that view drops nothing. */
    public TestDatabase as(TestRole role) {
        return as(role.name(), role.password());
    }

    /**
     * Runs a script in one session, each statement on its own, with auto-commit.
     *
     * @throws IllegalStateException at the first statement that fails; the server's error is its cause
     */
    public void execute(String script) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : server.statements(script)) {
                execute(statement, sql);
            }
        } catch (SQLException e) {
            throw failure(script, e);
        }
    }

    /** The rows of a query as text, SQL null as null. */
    public List<List<@Nullable String>> query(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(Collections.unmodifiableList(row));
            }
            return rows;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Drops the database. */
    @Override
    public void close() {
        if (!owned) {
            return;
        }
        try {
            server.drop(name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop the test database " + name, e);
        }
    }

    @Override
    public String toString() {
        return url;
    }

    private void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private IllegalStateException failure(String sql, SQLException e) {
        return new IllegalStateException(e.getMessage() + "\n  in database " + name + ", in: " + sql.strip(), e);
    }
}
