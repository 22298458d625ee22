// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * MariaDB for tests. In this order: the server that the environment variable TEST_MARIADB_URL names (a JDBC URL with a
 * superuser's name and password), a container if a Docker engine answers, an embedded server.
 */
public final class TestMariaDb extends TestMysqlServer {
    private static final SharedServer<TestMariaDb> SHARED = new SharedServer<>(
            "MariaDB",
            "TEST_MARIADB_URL",
            "root",
            () -> MysqlContainer.start("mariadb", "TEST_MARIADB_IMAGE", "mariadb:11.4", "?sslMode=disable"),
            () -> EmbeddedMariaDb.start(),
            TestMariaDb::new);

    private TestMariaDb(ServerAddress address) throws SQLException {
        super(address);
    }

    /**
     * The server of this JVM, started by the first call and stopped with the JVM.
     *
     * @throws org.opentest4j.TestAbortedException if there is none; with
     *     {@code -Dtestservers.required=true} an IllegalStateException
     * @throws IllegalStateException if TEST_MARIADB_URL names one that does not answer
     */
    public static TestMariaDb shared() {
        return SHARED.get();
    }

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    DataSource dataSource(String database, String user, String password) {
        String url = address().url(database);
        try {
            MariaDbDataSource source = new MariaDbDataSource(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException("not a URL of MariaDB: " + url, e);
        }
    }
}
