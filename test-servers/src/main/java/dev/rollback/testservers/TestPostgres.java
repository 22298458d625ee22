// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL for tests. In this order: the server that the environment variable TEST_POSTGRES_URL
 * names (a JDBC URL with a superuser's name and password), a container if a Docker engine answers,
 * an embedded server.
 */
public final class TestPostgres extends TestServer {
    /** Fast rather than durable, and ready for publications and prepared transactions. */
    static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "max_connections", "200",
            "max_prepared_transactions", "5",
            "wal_level", "logical");

    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final SharedServer<TestPostgres> SHARED = new SharedServer<>(
            "PostgreSQL",
            "TEST_POSTGRES_URL",
            "postgres",
            () -> PostgresContainer.start(),
            () -> EmbeddedPostgresServer.start(),
            TestPostgres::new);

    private final ServerAddress address;
    private final String version;

    private TestPostgres(ServerAddress address) throws SQLException {
        this.address = address;
        this.version = ask("SHOW server_version").get(0);
    }

    /**
     * The server of this JVM, started by the first call and stopped with the JVM.
     *
     * @throws org.opentest4j.TestAbortedException if there is none; with
     *     {@code -Dtestservers.required=true} an IllegalStateException
     * @throws IllegalStateException if TEST_POSTGRES_URL names one that does not answer
     */
    public static TestPostgres shared() {
        return SHARED.get();
    }

    @Override
    public String version() {
        return "PostgreSQL " + version;
    }

    @Override
    public int majorVersion() {
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }

    /** A new database with everything that another one has; nobody may be connected to that meanwhile. */
    public TestDatabase copyOf(TestDatabase database) {
        String name = freshName();
        run("CREATE DATABASE " + name + " TEMPLATE " + database.name());
        return open(name);
    }

    /**
     * A new role that may log in.
     *
     * @param attributes as in CREATE ROLE, such as {@code "CREATEDB", "NOINHERIT"}
     */
    public TestRole freshRole(String... attributes) {
        String name = freshName();
        String secret = UUID.randomUUID().toString();
        run("CREATE ROLE " + name + " LOGIN PASSWORD '" + secret + "' " + String.join(" ", attributes));
        return new TestRole(this, name, secret);
    }

    @Override
    void dropRole(String role) {
        String owning = """
                SELECT DISTINCT d.datname
                FROM pg_shdepend s JOIN pg_database d ON d.oid = s.dbid
                WHERE s.refclassid = 'pg_authid'::regclass AND s.refobjid = '%s'::regrole
                """.formatted(role);
        try {
            for (String database : ask(owning)) {
                open(database).execute("DROP OWNED BY " + role + " CASCADE");
            }
            run("DROP OWNED BY " + role + " CASCADE"); // what it was granted on databases
            run("DROP ROLE " + role);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop the test role " + role, e);
        }
    }

    @Override
    void create(String database) throws SQLException {
        run("CREATE DATABASE " + database + " TEMPLATE template0");
    }

    @Override
    void drop(String database) throws SQLException {
        String prepared = "SELECT quote_literal(gid) FROM pg_prepared_xacts WHERE database = '" + database + "'";
        for (String transaction : ask(prepared)) {
            open(database).execute("ROLLBACK PREPARED " + transaction);
        }
        run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    @Override
    TestDatabase open(String database) {
        return new TestDatabase(this, database, address.url(database), address.user(), address.password(), true);
    }

    @Override
    PGSimpleDataSource dataSource(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    List<String> statements(String script) {
        return PostgresScript.statements(script);
    }

    private void run(String sql) {
        open(MAINTENANCE_DATABASE).execute(sql);
    }

    private List<String> ask(String sql) throws SQLException {
        try (Connection connection = open(MAINTENANCE_DATABASE).connection();
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
