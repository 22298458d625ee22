// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.ContractDatabase;
import dev.rollback.testkit.contract.ContractUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One database, for as long as its test takes. */
final class H2Database implements ContractDatabase {
    private static final String BACKUPS = "migration_backup";
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final String PASSWORD = "secret";
    private static final String POSITIONS = """
            SELECT SEQUENCE_SCHEMA || '.' || SEQUENCE_NAME, BASE_VALUE FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA <> 'migration_backup'
            UNION ALL
            SELECT TABLE_SCHEMA || '.' || TABLE_NAME || '.' || COLUMN_NAME, IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS
            WHERE IDENTITY_BASE IS NOT NULL AND TABLE_SCHEMA <> 'migration_backup'
            """;

    private final String url;
    private final KillableSource source;
    private final String schema;

    H2Database(String url) {
        this(created(url), "sa");
    }

    private static String created(String url) {
        try (Connection connection = KillableSource.source(url, "sa", PASSWORD).getConnection()) {
            return connection.isValid(1) ? url.replace(";DB_CLOSE_DELAY=-1", "") + ";IFEXISTS=TRUE" : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private H2Database(String url, String user) {
        this.url = url;
        this.source = new KillableSource(url, user, PASSWORD);
        this.schema = call(Connection::getSchema);
    }

    String url() {
        return url;
    }

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
                ? List.of(schema)
                : declared.stream().map(s -> s.toUpperCase(Locale.ROOT)).toList();
    }

    @Override
    public boolean hasSchema(String name) {
        return call(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT 1 FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ?")) {
                statement.setString(1, name);
                return statement.executeQuery().next();
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
    public String everything(List<String> schemas) {
        List<String> there = schemas.stream().filter(this::hasSchema).toList();
        return withoutLocks(structure(there)) + withoutLocks(rows(there));
    }

    /** Locks by name are rows; one of a session that is gone counts for nothing. */
    private static String withoutLocks(String script) {
        return script.lines().filter(l -> !l.contains("rollback_lock")).reduce("", (a, b) -> a + "\n" + b);
    }

    @Override
    public Map<String, Long> positions(List<String> schemas) {
        Map<String, Long> positions = new TreeMap<>();
        query(POSITIONS).forEach(row -> positions.put(row.get(0), Long.valueOf(row.get(1))));
        return positions;
    }

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public String backupSchema() {
        return BACKUPS;
    }

    @Override
    public List<List<String>> query(String sql) {
        return call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        });
    }

    @Override
    public Map<String, DataSource> readOnly() {
        return Map.of();
    }

    @Override
    public ContractUser freshUser() {
        String name = "user" + USERS.incrementAndGet();
        execute("CREATE USER " + name + " PASSWORD '" + PASSWORD + "'");
        return new ContractUser(name, new H2Database(url, name), () -> {});
    }

    @Override
    public void endOtherSessions() {
        source.kill();
    }

    @Override
    public void close() {
        call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("SHUTDOWN IMMEDIATELY");
            }
        });
    }

    @FunctionalInterface
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
