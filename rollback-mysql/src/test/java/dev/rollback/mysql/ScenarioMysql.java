// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ScenarioDatabase;
import dev.rollback.testkit.contract.ScenarioServer;
import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** MySQL or MariaDB, judged by {@code mysqldump} or {@code mariadb-dump}. */
record ScenarioMysql(TestMysqlServer server) implements ScenarioServer {

    @Override
    public List<String> engines() {
        return server.product().equals("MariaDB") ? List.of("mariadb", "mysql") : List.of("mysql");
    }

    @Override
    public int majorVersion() {
        return server.majorVersion();
    }

    @Override
    public ScenarioDatabase freshDatabase() {
        return new Database(server.freshDatabase());
    }

    private record Database(TestDatabase database) implements ScenarioDatabase {
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
            return true;
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
        public void close() {
            database.execute("DROP DATABASE IF EXISTS migration_backup");
            database.close();
        }
    }
}
