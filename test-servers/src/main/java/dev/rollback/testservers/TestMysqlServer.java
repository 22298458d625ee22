// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What MySQL and MariaDB have in common. */
public abstract sealed class TestMysqlServer extends TestServer permits TestMysql, TestMariaDb {
    private static final String SYSTEM_DATABASE = "mysql";
    private static final int USUAL_PORT = 3306;

    private final ServerAddress address;
    private final String version;

    TestMysqlServer(ServerAddress address) throws SQLException {
        this.address = address;
        this.version = ask("SELECT version()").get(0);
    }

    /** MySQL or MariaDB. */
    public abstract String product();

    @Override
    public String version() {
        return product() + " " + version;
    }

    @Override
    public int majorVersion() {
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }

    /** A new user that may log in from anywhere and has no privileges. */
    public TestRole freshRole() {
        String name = freshName();
        String secret = UUID.randomUUID().toString();
        open(SYSTEM_DATABASE).execute("CREATE USER " + name + " IDENTIFIED BY '" + secret + "'");
        return new TestRole(this, name, secret);
    }

    @Override
    void dropRole(String role) {
        open(SYSTEM_DATABASE).execute("DROP USER " + role);
    }

    @Override
    void create(String database) throws SQLException {
        open(SYSTEM_DATABASE)
                .execute("CREATE DATABASE " + database + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    }

    /** A connection that still uses it, or waits for something in it, is ended first. */
    @Override
    void drop(String database) throws SQLException {
        for (String connection : ask("SELECT id FROM information_schema.PROCESSLIST WHERE db = '" + database + "'")) {
            kill(connection);
        }
        open(SYSTEM_DATABASE).execute("DROP DATABASE IF EXISTS " + database);
    }

    private void kill(String connection) throws SQLException {
        try (Connection session = open(SYSTEM_DATABASE).connection();
                Statement statement = session.createStatement()) {
            statement.execute("KILL " + connection);
        } catch (SQLException e) {
            if (e.getErrorCode() != 1094) { // it ended by itself
                throw e;
            }
        }
    }

    @Override
    TestDatabase open(String database) {
        return new TestDatabase(this, database, address.url(database), address.user(), address.password(), true);
    }

    @Override
    List<String> statements(String script) {
        return MysqlScript.statements(script);
    }

    ServerAddress address() {
        return address;
    }

    /** How the server's own client programs find it. */
    List<String> clientOptions() {
        return Stream.concat(Stream.of("--protocol=tcp"), addressOptions().stream())
                .toList();
    }

    List<String> addressOptions() {
        return List.of("--host=" + address.host(), "--port=" + address.port(USUAL_PORT));
    }

    private List<String> ask(String sql) throws SQLException {
        try (Connection connection = open(SYSTEM_DATABASE).connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
