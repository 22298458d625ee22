// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.rollback.testkit.contract.ContractDatabase;
import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.ContractUser;
import dev.rollback.testkit.contract.Feature;
import dev.rollback.testkit.contract.Unreachable;
import dev.rollback.testkit.contract.WrappedSource;
import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** MySQL or MariaDB, judged by {@code mysqldump} or {@code mariadb-dump}. */
record ScenarioMysql(TestMysqlServer server) implements ContractServer {

    @Override
    public List<String> engines() {
        return server.product().equals("MariaDB") ? List.of("mariadb", "mysql") : List.of("mysql");
    }

    @Override
    public int majorVersion() {
        return server.majorVersion();
    }

    @Override
    public ContractDatabase freshDatabase() {
        return new Database(server.freshDatabase());
    }

    /** MariaDB tells of locks on tables by a plugin that is not always there. */
    @Override
    public Set<Feature> lacking() {
        return server.product().equals("MariaDB") ? Set.of(Feature.LOCKED_TABLES) : Set.of();
    }

    @Override
    public List<String> systemSchemas() {
        return List.of("mysql", "information_schema", "performance_schema", "sys");
    }

    @Override
    public List<String> oddNames() {
        return List.of("é".repeat(40) + "x");
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public List<Unreachable> unreachable(ContractDatabase database) {
        TestDatabase here = ((Database) database).database();
        return List.of(
                new Unreachable("server down", nowhere(), "connection is lost or cannot be made"),
                new Unreachable(
                        "no such user",
                        here.as("no_such_user", Unreachable.PASSWORD).dataSource(),
                        "the server refuses the login"));
    }

    private DataSource nowhere() {
        String address = "127.0.0.1:1/none?user=me&password=" + Unreachable.PASSWORD;
        try {
            if (server.product().equals("MariaDB")) {
                return new MariaDbDataSource("jdbc:mariadb://" + address);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        MysqlDataSource source = new MysqlDataSource();
        source.setURL("jdbc:mysql://" + address);
        return source;
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT connection_id()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public String endOfSession() {
        return "KILL connection_id()";
    }

    private record Database(TestDatabase database) implements ContractDatabase {
        private static final Pattern POSITION =
                Pattern.compile("(CREATE TABLE `((?:[^`]|``)*)`(?s:.*?)) AUTO_INCREMENT=(\\d+)");

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
            database.execute(script);
        }

        @Override
        public List<String> schemas(List<String> declared) {
            return List.of(database.name());
        }

        @Override
        public boolean hasSchema(String schema) {
            return !database.query("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '"
                            + schema.replace("'", "''").replace("\\", "\\\\") + "'")
                    .isEmpty();
        }

        @Override
        public String structure(List<String> schemas) {
            return MysqlDump.schema(database).replaceAll(" AUTO_INCREMENT=\\d+", "");
        }

        @Override
        public String rows(List<String> schemas) {
            return MysqlDump.data(database).lines().sorted().reduce("", (a, b) -> a + "\n" + b);
        }

        @Override
        public Map<String, Long> positions(List<String> schemas) {
            Map<String, Long> positions = new TreeMap<>();
            for (String statement : MysqlDump.schema(database).split(";\n")) {
                Matcher position = POSITION.matcher(statement);
                if (position.find()) {
                    positions.put(position.group(2), Long.valueOf(position.group(3)));
                }
            }
            return positions;
        }

        @Override
        public String schema() {
            return database.name();
        }

        @Override
        public String backupSchema() {
            return database.name() + "_backup";
        }

        @Override
        public List<List<String>> query(String sql) {
            return database.query(sql);
        }

        @Override
        public String everything(List<String> schemas) {
            return MysqlDump.everything(
                    database, schemas.stream().filter(this::hasSchema).toList());
        }

        @Override
        public Map<String, DataSource> readOnly() {
            return Map.of("session", WrappedSource.with(database.dataSource(), "SET SESSION TRANSACTION READ ONLY"));
        }

        @Override
        public ContractUser freshUser() {
            TestRole role = ((TestMysqlServer) database.server()).freshRole();
            return new ContractUser(role.name(), new Database(database.as(role)), role::close);
        }

        @Override
        public void endOtherSessions() {
            for (List<String> session : database.query("SELECT id FROM information_schema.PROCESSLIST"
                    + " WHERE db = database() AND id <> connection_id()")) {
                database.execute("KILL " + session.get(0));
            }
        }

        @Override
        public void close() {
            database.execute("DROP DATABASE IF EXISTS migration_backup; DROP DATABASE IF EXISTS " + backupSchema());
            database.close();
        }
    }
}
