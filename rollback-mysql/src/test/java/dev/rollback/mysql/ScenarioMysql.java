// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ContractDatabase;
import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.Sample;
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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

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

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
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

    /** The database of a sample, to another user. */
    static TestDatabase as(Sample sample, TestRole role) {
        return ((Database) sample.database()).database().as(role);
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
            return !database.query("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '" + schema + "'")
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
