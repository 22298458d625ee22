// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testkit.contract.ContractDatabase;
import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.ContractUser;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testkit.contract.Unreachable;
import dev.rollback.testkit.contract.WrappedSource;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, judged by {@code pg_dump}. */
final class ScenarioPostgres implements ContractServer {

    @Override
    public List<String> engines() {
        return List.of("postgresql");
    }

    @Override
    public int majorVersion() {
        return TestPostgres.shared().majorVersion();
    }

    @Override
    public ContractDatabase freshDatabase() {
        return new Database(TestPostgres.shared().freshDatabase());
    }

    @Override
    public List<String> systemSchemas() {
        return List.of("pg_catalog", "information_schema", "pg_temp", "pg_toast");
    }

    @Override
    public List<String> oddNames() {
        return List.of("a b ", "🙂", "back\\slash", "two\nlines", "é".repeat(31) + "x");
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<Unreachable> unreachable(ContractDatabase database) {
        TestDatabase here = ((Database) database).database();
        PGSimpleDataSource elsewhere = (PGSimpleDataSource) here.dataSource();
        elsewhere.setDatabaseName("no_such_database");
        return List.of(
                new Unreachable("server down", source("localhost:1"), "connection is lost or cannot be made"),
                new Unreachable("no such host", source("no-such-host.invalid"), "cannot be made"),
                new Unreachable("no such database", elsewhere, "there is no such database"),
                new Unreachable(
                        "no such user",
                        here.as("no_such_user", Unreachable.PASSWORD).dataSource(),
                        "the server refuses the login"));
    }

    private static PGSimpleDataSource source(String address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + address + "/none?user=me&password=" + Unreachable.PASSWORD);
        return source;
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public String endOfSession() {
        return "SELECT pg_terminate_backend(pg_backend_pid())";
    }

    static TestDatabase of(Sample sample) {
        return ((Database) sample.database()).database();
    }

    record Database(TestDatabase database) implements ContractDatabase {
        @Override
        public DataSource dataSource() {
            return database.dataSource();
        }

        @Override
        public void execute(String script) {
            database.execute(script);
        }

        @Override
        public void migrate(String script) {
            database.execute("BEGIN;\n" + script + "\n;COMMIT;");
        }

        @Override
        public List<String> schemas(List<String> declared) {
            return declared.isEmpty() ? List.of("public") : declared;
        }

        @Override
        public boolean hasSchema(String schema) {
            return !database.query("SELECT 1 FROM pg_namespace WHERE nspname = '" + schema.replace("'", "''") + "'")
                    .isEmpty();
        }

        @Override
        public String structure(List<String> schemas) {
            return PgDump.schema(database, schemas.toArray(String[]::new));
        }

        @Override
        public String rows(List<String> schemas) {
            return PgDump.data(database, schemas.toArray(String[]::new)).tables();
        }

        @Override
        public Map<String, Long> positions(List<String> schemas) {
            Map<String, Long> positions = new TreeMap<>();
            PgDump.data(database, schemas.toArray(String[]::new))
                    .sequences()
                    .forEach((name, position) -> positions.put(name, Long.valueOf(position.split(", ")[0])));
            return positions;
        }

        @Override
        public String schema() {
            return "public";
        }

        @Override
        public String backupSchema() {
            return "migration_backup";
        }

        @Override
        public List<List<String>> query(String sql) {
            return database.query(sql);
        }

        @Override
        public String everything(List<String> schemas) {
            String[] there = schemas.stream().filter(this::hasSchema).toArray(String[]::new);
            return PgDump.schema(database, there) + PgDump.data(database, there);
        }

        @Override
        public Optional<ContractDatabase> copy() {
            return Optional.of(new Database(TestPostgres.shared().copyOf(database)));
        }

        @Override
        public Map<String, DataSource> readOnly() {
            PGSimpleDataSource option = (PGSimpleDataSource) database.dataSource();
            option.setOptions("-c default_transaction_read_only=on");
            return Map.of(
                    "option of the URL", option,
                    "session characteristics",
                            WrappedSource.with(
                                    database.dataSource(), "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"),
                    "setReadOnly", WrappedSource.with(database.dataSource(), c -> c.setReadOnly(true)));
        }

        @Override
        public ContractUser freshUser() {
            TestRole role = TestPostgres.shared().freshRole();
            return new ContractUser(role.name(), new Database(database.as(role)), role::close);
        }

        @Override
        public void endOtherSessions() {
            database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
