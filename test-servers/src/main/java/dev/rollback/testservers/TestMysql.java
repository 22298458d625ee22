// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * MySQL for tests. In this order: the server that the environment variable TEST_MYSQL_URL names (a JDBC URL with a
 * superuser's name and password), a container if a Docker engine answers, an embedded server.
 */
public final class TestMysql extends TestMysqlServer {
    private static final String NEWER = "TEST_MYSQL9_URL";
    private static final SharedServer<TestMysql> SHARED = new SharedServer<>(
            "MySQL",
            "TEST_MYSQL_URL",
            "root",
            () -> MysqlContainer.start(
                    "mysql", "TEST_MYSQL_IMAGE", "mysql:8.4", "?sslMode=DISABLED&allowPublicKeyRetrieval=true"),
            () -> EmbeddedMysql.start(),
            TestMysql::new);
    private static final SharedServer<TestMysql> SHARED_NEWER = new SharedServer<>(
            "MySQL 9",
            NEWER,
            "root",
            () -> {
                throw new IllegalStateException(NEWER + " names none");
            },
            () -> {
                throw new IllegalStateException(NEWER + " names none");
            },
            TestMysql::new);

    private TestMysql(ServerAddress address) throws SQLException {
        super(address);
    }

    /**
     * The server of this JVM, started by the first call and stopped with the JVM.
     *
     * @throws org.opentest4j.TestAbortedException if there is none; with
     *     {@code -Dtestservers.required=true} an IllegalStateException
     * @throws IllegalStateException if TEST_MYSQL_URL names one that does not answer
     */
    public static TestMysql shared() {
        return SHARED.get();
    }

    /** A second, newer server, if the environment variable TEST_MYSQL9_URL names one. */
    public static Optional<TestMysql> newer() {
        return ServerAddress.given(NEWER, "root") == null ? Optional.empty() : Optional.of(SHARED_NEWER.get());
    }

    @Override
    public String product() {
        return "MySQL";
    }

    @Override
    DataSource dataSource(String database, String user, String password) {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(address().url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
