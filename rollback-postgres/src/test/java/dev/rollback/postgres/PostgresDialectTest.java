// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Dialect;
import dev.rollback.postgres.ddl.DdlFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PostgresDialectTest {

    @Test
    void isFoundAndKnowsTheServer() throws SQLException {
        Dialect dialect = ServiceLoader.load(Dialect.class).findFirst().orElseThrow();
        assertThat(dialect).isInstanceOf(PostgresDialect.class);
        assertThat(dialect.name()).isEqualTo("postgresql");
        try (DdlFixture db = new DdlFixture("");
                Connection connection = db.database.connection()) {
            assertThat(dialect.knows(connection.getMetaData())).isTrue();
        }
    }

    @Test
    void leavesTheSessionAsItWas() throws SQLException {
        PostgresDialect dialect = new PostgresDialect();
        try (DdlFixture db = new DdlFixture("");
                Connection connection = db.database.connection();
                Connection other = db.database.connection()) {
            execute(connection, "SET search_path = app, public");
            dialect.release(connection);
            dialect.prepare(connection);
            dialect.prepare(other);
            assertThat(dialect.server().currentSchema(connection)).isEmpty();
            dialect.release(connection);
            assertThat(dialect.server().currentSchema(connection)).hasValue("app");
            dialect.release(other);
            assertThat(dialect.server().currentSchema(other)).hasValue("public");
            assertThat(path(connection)).isEqualTo("app, public");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String path(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW search_path")) {
            row.next();
            return row.getString(1);
        }
    }
}
