// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database of its own, of any product. */
record KitDatabase(DataSource dataSource, String backupSchema, AutoCloseable closing) implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Where the tests of all products run. */
    enum Server {
        POSTGRES,
        MYSQL,
        MARIADB,
        H2;

        KitDatabase fresh() {
            return switch (this) {
                case POSTGRES -> of(TestPostgres.shared());
                case MYSQL -> of(TestMysql.shared());
                case MARIADB -> of(TestMariaDb.shared());
                case H2 -> memory();
            };
        }
    }

    private static KitDatabase of(TestServer server) {
        TestDatabase database = server.freshDatabase();
        return new KitDatabase(database.dataSource(), "of_" + database.name(), database);
    }

    private static KitDatabase memory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:kit" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        return new KitDatabase(source, "backups", () -> {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        });
    }

    /** Statements that end with a semicolon at the end of a line. */
    KitDatabase execute(String script) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*\\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        return this;
    }

    /** The first column. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() throws Exception {
        closing.close();
    }
}
