// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.capture.Backup;
import dev.rollback.model.DatabaseModel;
import dev.rollback.postgres.ddl.DdlFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresWritersTest {
    private final PostgresServer server = new PostgresServer();
    private DdlFixture db;
    private Backup backup;

    @BeforeEach
    void capture() throws SQLException {
        db = new DdlFixture("CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'old'), (2, 'old')");
        backup = backup(position(), db.read());
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void rowsWrittenTogetherWithAChangeOfStructure() throws SQLException {
        transaction(
                "ALTER TABLE app.t ADD w int", "UPDATE app.t SET w = 1 WHERE id = 1", "INSERT INTO app.t VALUES (3)");
        transaction("INSERT INTO app.t VALUES (4)", "UPDATE app.t SET v = 'new' WHERE id = 1");
        assertThat(written(List.of())).containsExactly("3");
    }

    @Test
    void everyKindOfStructureCounts() throws SQLException {
        String[] kinds = {
            "ALTER TABLE app.t ALTER v SET DEFAULT 'x'",
            "ALTER TABLE app.t ADD CONSTRAINT c CHECK (id > 0)",
            "CREATE INDEX i ON app.t (v)",
            "CREATE VIEW app.v AS SELECT 1 AS a",
            "CREATE TYPE app.e AS ENUM ('a')",
            "ALTER TYPE app.e ADD VALUE 'b'",
            "CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE SEQUENCE app.s",
            "ALTER SEQUENCE app.s INCREMENT 2",
            "CREATE STATISTICS app.x ON id, v FROM app.t",
            "CREATE POLICY p ON app.t",
            "CREATE RULE r AS ON DELETE TO app.t DO ALSO NOTHING",
            "GRANT SELECT ON app.t TO PUBLIC",
            "ALTER TABLE app.t RENAME v TO w",
            "CREATE TABLE app.u ()"
        };
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            transaction(kinds[i], "INSERT INTO app.t (id) VALUES (" + (100 + i) + ")");
            ids.add(String.valueOf(100 + i));
        }
        transaction("INSERT INTO app.t (id) VALUES (5)");
        assertThat(written(List.of())).containsExactlyElementsOf(ids);
    }

    @Test
    void ourOwnRunsAreNoMigration() throws SQLException {
        transaction("ALTER TABLE app.t ADD w int", "INSERT INTO app.t VALUES (3)");
        String run = transaction("ALTER TABLE app.t DROP w", "INSERT INTO app.t VALUES (4)");
        assertThat(written(List.of())).containsExactly("3", "4");
        assertThat(written(List.of(run))).containsExactly("3");
        assertThat(written(List.of(String.valueOf(Long.parseLong(run) + (1L << 32)))))
                .containsExactly("3");
    }

    @Test
    void upkeepIsNoMigration() throws SQLException {
        db.database.execute("CREATE SEQUENCE app.s; CREATE MATERIALIZED VIEW app.m AS SELECT 1 AS a;"
                + "CLUSTER app.t USING t_pkey");
        backup = backup(position(), db.read());
        transaction("TRUNCATE app.t", "INSERT INTO app.t VALUES (7)");
        transaction("CLUSTER app.t USING t_pkey", "INSERT INTO app.t VALUES (8)");
        transaction("ALTER SEQUENCE app.s RESTART", "INSERT INTO app.t VALUES (9)");
        transaction("REFRESH MATERIALIZED VIEW app.m", "INSERT INTO app.t VALUES (10)");
        transaction("ANALYZE app.t", "INSERT INTO app.t VALUES (11)");
        db.database.execute("VACUUM FULL app.t");
        assertThat(written(List.of())).isEqualTo(List.of("9")); // RESTART writes the options too
    }

    @Test
    void nothingIsKnownWithoutAPositionOrFromLongAgo() throws SQLException {
        String migration = transaction("ALTER TABLE app.t ADD w int", "INSERT INTO app.t VALUES (3)");
        for (String position : List.of("", migration, "999999999999", "-1600000000")) {
            backup = backup(position, backup.model());
            assertThat(condition(List.of())).isEqualTo("false");
        }
    }

    @Test
    void rowsOfTheSnapshotThatNobodyTouched() throws SQLException {
        try (Connection open = db.database.connection();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("INSERT INTO app.t VALUES (3)"); // begun before the snapshot, and not in it
            backup = backup(position(), db.read());
            open.commit();
        }
        transaction("INSERT INTO app.t VALUES (4)", "UPDATE app.t SET v = 'new' WHERE id = 1");
        assertThat(db.database.query("SELECT c.id FROM app.t c WHERE " + server.writtenBefore(backup.position())))
                .isEqualTo(List.of(List.of("2")));
        assertThat(server.writtenBefore("")).isEqualTo("false");
    }

    private List<String> written(List<String> ownRuns) throws SQLException {
        return db.database.query("SELECT c.id FROM app.t c WHERE " + condition(ownRuns) + " ORDER BY c.id").stream()
                .map(r -> String.valueOf(r.get(0)))
                .toList();
    }

    private String condition(List<String> ownRuns) throws SQLException {
        try (Connection connection = db.database.connection()) {
            return server.writtenByMigration(connection, backup, db.read(), ownRuns);
        }
    }

    private String position() throws SQLException {
        try (Connection connection = db.database.connection()) {
            return server.position(connection);
        }
    }

    private String transaction(String... statements) throws SQLException {
        try (Connection connection = db.database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            try (ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()")) {
                row.next();
                String number = row.getString(1);
                connection.commit();
                return number;
            }
        }
    }

    private static Backup backup(String position, DatabaseModel model) {
        return new Backup(
                "b", Instant.EPOCH, "0", "schema", Backup.Origin.CAPTURED, position, Map.of(), model, List.of());
    }
}
