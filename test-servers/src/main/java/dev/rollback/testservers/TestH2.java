// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory, which needs no server. Names are the same in upper and lower case, so that every tool finds its tables. */
public final class TestH2 extends TestServer {
    private static final TestH2 SHARED = new TestH2();

    private TestH2() {}

    public static TestH2 shared() {
        return SHARED;
    }

    @Override
    public String version() {
        return "H2 " + Constants.VERSION;
    }

    @Override
    public int majorVersion() {
        return Constants.VERSION_MAJOR;
    }

    @Override
    void create(String database) throws SQLException {
        dataSource(database, "sa", "").getConnection().close();
    }

    @Override
    void drop(String database) throws SQLException {
        try (Connection connection = dataSource(database, "sa", "").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    @Override
    void dropRole(String role) {
        throw new UnsupportedOperationException("a role ends with its database");
    }

    @Override
    TestDatabase open(String database) {
        return new TestDatabase(this, database, url(database), "sa", "", true);
    }

    private static String url(String database) {
        return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=20000";
    }

    @Override
    DataSource dataSource(String database, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** A statement ends at the end of a line. */
    @Override
    List<String> statements(String script) {
        return List.of(script.split(";[ \\t]*(\\R|$)")).stream()
                .filter(s -> !s.isBlank())
                .toList();
    }
}
