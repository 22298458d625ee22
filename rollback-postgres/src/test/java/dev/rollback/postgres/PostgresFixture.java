// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.capture.Scope;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.postgres.catalog.PostgresSchemaReader;
import dev.rollback.postgres.server.PostgresSession;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Databases with one of every kind of object, and two roles that own and use them. */
public final class PostgresFixture implements AutoCloseable {
    public static final List<String> SCHEMAS = List.of("app", "Odd.Schema", "ext");

    public final TestPostgres server = TestPostgres.shared();
    final TestRole owner = server.freshRole();
    public final TestRole reader = server.freshRole();

    /** A database with everything in it. */
    public TestDatabase everything() {
        TestDatabase database = server.freshDatabase();
        run(database, "everything.sql");
        if (server.majorVersion() >= 18) {
            run(database, "everything-18.sql");
        }
        return database;
    }

    public void run(TestDatabase database, String resource) {
        database.execute(withRoles(resource(resource)));
    }

    static String resource(String name) {
        try (InputStream in = PostgresFixture.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String withRoles(String sql) {
        return sql.replace("app_owner", owner.name()).replace("app_reader", reader.name());
    }

    public static DatabaseModel read(TestDatabase database) throws SQLException {
        return read(database, Scope.of(SCHEMAS));
    }

    public static DatabaseModel read(TestDatabase database, Scope scope) throws SQLException {
        try (Connection connection = database.connection();
                PostgresSession session = PostgresSession.prepare(connection)) {
            return new PostgresSchemaReader().read(connection, scope);
        }
    }

    public static <T extends SchemaObject> T find(DatabaseModel model, Class<T> type, ObjectId id) {
        return model.find(id)
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("no " + id + " in " + model.objects()));
    }

    /** Runs statements one by one, in a prepared session. */
    public static void apply(TestDatabase database, List<String> statements) throws SQLException {
        try (Connection connection = database.connection();
                PostgresSession session = PostgresSession.prepare(connection);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e);
                }
            }
        }
    }

    @Override
    public void close() {
        owner.close();
        reader.close();
    }
}
