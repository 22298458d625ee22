// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testkit.contract.ScenarioDatabase;
import dev.rollback.testkit.contract.ScenarioServer;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** PostgreSQL, judged by {@code pg_dump}. */
final class ScenarioPostgres implements ScenarioServer {

    @Override
    public List<String> engines() {
        return List.of("postgresql");
    }

    @Override
    public int majorVersion() {
        return TestPostgres.shared().majorVersion();
    }

    @Override
    public ScenarioDatabase freshDatabase() {
        return new Database(TestPostgres.shared().freshDatabase());
    }

    private record Database(TestDatabase database) implements ScenarioDatabase {
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
        public void close() {
            database.close();
        }
    }
}
