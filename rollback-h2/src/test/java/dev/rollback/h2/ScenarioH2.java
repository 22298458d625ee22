// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.ScenarioDatabase;
import dev.rollback.testkit.contract.ScenarioServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases in memory, judged by H2's own script of them. */
record ScenarioH2() implements ScenarioServer {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String POSITIONS = """
            SELECT SEQUENCE_SCHEMA || '.' || SEQUENCE_NAME, BASE_VALUE FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA <> 'migration_backup'
            UNION ALL
            SELECT TABLE_SCHEMA || '.' || TABLE_NAME || '.' || COLUMN_NAME, IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS
            WHERE IDENTITY_BASE IS NOT NULL AND TABLE_SCHEMA <> 'migration_backup'
            """;

    @Override
    public List<String> engines() {
        return List.of("h2");
    }

    @Override
    public int majorVersion() {
        return 2;
    }

    @Override
    public ScenarioDatabase freshDatabase() {
        return database("");
    }

    /** @param settings as they stand in a URL, as in {@code ;MODE=MySQL} */
    static ScenarioDatabase database(String settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:scenario" + COUNT.incrementAndGet()
                + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE,DAY,YEAR,KEY,MONTH" + settings);
        source.setUser("sa");
        return new Database(source);
    }

    private record Database(JdbcDataSource source) implements ScenarioDatabase {

        @Override
        public DataSource dataSource() {
            return source;
        }

        @Override
        public void execute(String script) {
            call(connection -> {
                for (String sql : statements(script)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                }
                return script;
            });
        }

        /** A statement ends at the end of a line, so that sources of functions may have semicolons. */
        private static List<String> statements(String script) {
            return List.of(script.split(";[ \\t]*(\\R|$)")).stream()
                    .filter(s -> !s.replaceAll("(?m)^\\s*--.*$", "").isBlank())
                    .toList();
        }

        @Override
        public void migrate(String script) {
            execute(script);
        }

        @Override
        public List<String> schemas(List<String> declared) {
            return declared.isEmpty()
                    ? List.of("PUBLIC")
                    : declared.stream().map(s -> s.toUpperCase(Locale.ROOT)).toList();
        }

        @Override
        public boolean hasSchema(String schema) {
            return call(connection -> {
                try (ResultSet found = connection.getMetaData().getSchemas(null, schema)) {
                    return found.next();
                }
            });
        }

        @Override
        public String structure(List<String> schemas) {
            return call(connection -> H2Script.structure(connection, schemas));
        }

        @Override
        public String rows(List<String> schemas) {
            return call(connection -> H2Script.rows(connection, schemas));
        }

        @Override
        public Map<String, Long> positions(List<String> schemas) {
            return call(connection -> {
                Map<String, Long> positions = new TreeMap<>();
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(POSITIONS)) {
                    while (rows.next()) {
                        positions.put(rows.getString(1), rows.getLong(2));
                    }
                }
                return positions;
            });
        }

        @Override
        public void close() {
            call(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("SHUTDOWN IMMEDIATELY");
                }
            });
        }

        private interface Call<T> {
            T on(Connection connection) throws SQLException;
        }

        private <T> T call(Call<T> call) {
            try (Connection connection = source.getConnection()) {
                return call.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
