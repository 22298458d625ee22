// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.rows.PostgresRowsFixture.BACKUP;
import static dev.rollback.postgres.rows.PostgresRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresChangeTest {
    private static final String ROLES = """
            CREATE TABLE roles (id int PRIMARY KEY, name varchar(30), info json, "C" text);
            CREATE TABLE users (id int PRIMARY KEY, role_id int REFERENCES roles ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
            INSERT INTO roles VALUES (1, 'Admin', '{"a":1}', 'x'), (2, 'Editor', NULL, 'x'), (3, 'Viewer', '{}', 'x');
            CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''fired''; END';
            """;

    @Test
    void findsAndUndoesWhatTheMigrationRewrote() throws Exception {
        try (var db = new PostgresRowsFixture(ROLES)) {
            db.database.execute("""
                    UPDATE roles SET name = lower(name) WHERE id < 3; UPDATE roles SET "C" = 'mine' WHERE id = 3;
                    CREATE TRIGGER t BEFORE UPDATE ON roles FOR EACH ROW EXECUTE FUNCTION stop();
                    """);
            RowMerge merge = db.merge("roles", List.of("id"), Map.of(), "c.name = lower(c.name)");
            assertThat(db.query(SQL.rewritten(merge))).containsExactly("2|id=1, id=2");
            assertThat(db.query(SQL.changed(merge))).containsExactly("3");
            assertThat(SQL.restoreValues(merge, BACKUP)).isEmpty();
            merge = PostgresRowsFixture.with(
                    merge,
                    merge.rules().stream()
                            .map(r -> r.target().name().equals("id")
                                    ? r
                                    : new ColumnRule(r.target(), r.current(), true, true, null))
                            .toList(),
                    merge.byMigration());
            db.connection.setAutoCommit(false);
            db.run(SQL.restoreValues(merge, BACKUP));
            db.connection.commit();
            assertThat(db.query("SELECT id, name, info, \"C\" FROM public.roles ORDER BY id"))
                    .containsExactly("1|Admin|{\"a\":1}|x", "2|Editor|null|x", "3|Viewer|{}|mine");
            String reason = "|rewritten by the migration; the backup's values are back";
            assertThat(db.aside()).containsExactly("id=1" + reason, "id=2" + reason);
            assertThat(db.query("SELECT row_data->>'name' FROM rollback.rollback_quarantine ORDER BY 1"))
                    .containsExactly("admin", "editor");
            assertThat(db.query("SELECT tgenabled FROM pg_trigger WHERE tgname = 't'"))
                    .containsExactly("O");
        }
    }

    @Test
    void removesRowsThatTheMigrationInsertedUnlessOthersNeedThem() throws Exception {
        try (var db = new PostgresRowsFixture(ROLES)) {
            db.database.execute("""
                    INSERT INTO roles VALUES (4, 'seed', NULL, NULL), (5, 'seed', NULL, NULL), (6, 'guest', NULL, NULL);
                    INSERT INTO users VALUES (1, 4);
                    CREATE TRIGGER t BEFORE DELETE ON roles FOR EACH ROW EXECUTE FUNCTION stop();
                    """);
            RowMerge merge = db.merge("roles", List.of("id"), Map.of(), "c.name IN ('seed', 'Admin')");
            List<RowReference> children = db.before
                    .all(Constraint.class)
                    .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY)
                    .map(RowReference::of)
                    .toList();
            assertThat(db.query(SQL.seeded(merge, children))).containsExactly("1|id=5");
            db.connection.setAutoCommit(false);
            db.run(SQL.removeSeeded(merge, children, BACKUP));
            db.connection.commit();
            assertThat(db.query("SELECT id FROM public.roles ORDER BY 1")).containsExactly("1", "2", "3", "4", "6");
            assertThat(db.aside()).containsExactly("id=5|inserted by the migration");
            assertThat(db.query("SELECT count(*) FROM public.users")).containsExactly("1");
        }
    }

    @Test
    void keepsSeedsOfATreeThatRowsOfTheApplicationHangOn() throws Exception {
        try (var db =
                new PostgresRowsFixture("CREATE TABLE n (id int PRIMARY KEY, up int REFERENCES n, by_us boolean)")) {
            db.database.execute("""
                    INSERT INTO n VALUES (1, NULL, true), (2, 1, true), (3, 2, true), (4, NULL, true), (5, 4, true),
                        (6, 2, false), (7, 7, true)
                    """);
            RowMerge merge = db.merge("n", List.of("id"), Map.of(), "c.by_us");
            List<RowReference> children = List.of(RowReference.of((Constraint) db.part("n_up_fkey")));
            assertThat(db.query(SQL.seeded(merge, children))).containsExactly("4|id=3, id=4, id=5");
            db.run(SQL.removeSeeded(merge, children, BACKUP));
            assertThat(db.query("SELECT id FROM public.n ORDER BY 1")).containsExactly("1", "2", "6");
        }
    }

    @Test
    void findsNothingWithoutAKeyOrAMigration() throws Exception {
        try (var db = new PostgresRowsFixture(ROLES)) {
            RowMerge merge = db.merge("roles", List.of(), Map.of(), "true");
            assertThat(db.query(SQL.rewritten(merge))).containsExactly("0|");
            assertThat(db.query(SQL.changed(merge))).containsExactly("0");
            assertThat(db.query(SQL.seeded(merge, List.of()))).containsExactly("0|");
            assertThat(SQL.removeSeeded(merge, List.of(), BACKUP)).isEmpty();
            assertThat(db.query(SQL.seeded(db.merge("roles", "id"), List.of()))).containsExactly("0|");
        }
    }

    @Test
    void tellsWhetherAColumnCarriesAnOldOneOn() throws Exception {
        try (var db = new PostgresRowsFixture(
                "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t VALUES (1, '07'), (2, 'x'), (3, '9')")) {
            db.database.execute(
                    "ALTER TABLE t DROP COLUMN v; ALTER TABLE t ADD COLUMN v int; UPDATE t SET v = 7; DELETE FROM t WHERE id = 3");
            RowMerge merge = db.merge("t", "id");
            assertThat(db.query(SQL.carried(merge, PostgresRowsFixture.rule(merge, "v"))))
                    .containsExactly("2|1");
            assertThat(db.query(SQL.carried(merge, PostgresRowsFixture.rule(merge, "id"))))
                    .containsExactly("2|2");
        }
    }

    @Test
    void countsValuesWrittenIntoColumnsAndTablesThatGo() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int PRIMARY KEY, a varchar(10) DEFAULT 'x(1)', b jsonb DEFAULT '{}', d numeric DEFAULT 1 + 1,
                    n timestamptz DEFAULT now(), g int GENERATED ALWAYS AS (id * 2) STORED);
                INSERT INTO t (id) SELECT generate_series(1, 12);
                UPDATE t SET a = 'y' WHERE id IN (3, 10, 11, 12); UPDATE t SET b = NULL WHERE id < 12; UPDATE t SET d = 3 WHERE id = 1
                """)) {
            assertThat(written(db, "a", "false")).isEqualTo("4|id=3, id=10, id=11");
            assertThat(written(db, "a", "c.id = 3")).isEqualTo("3|id=10, id=11, id=12");
            assertThat(written(db, "b", "false")).isEqualTo("0|");
            assertThat(written(db, "d", "false")).isEqualTo("1|id=1");
            assertThat(written(db, "n", "false")).isEqualTo("12|id=1, id=2, id=3");
            assertThat(written(db, "g", "false")).isEqualTo("0|");
            Relation live = new Relation("public", "t");
            assertThat(db.query(SQL.rowsWritten(live, List.of("id", "a"), "c.id < 12")))
                    .containsExactly("1|id=12, a=y");
            assertThat(db.query(SQL.rowsWritten(live, List.of(), "false"))).containsExactly("12|");
        }
    }

    private static String written(PostgresRowsFixture db, String name, String byMigration) throws Exception {
        Column column = db.old("t").column(name).orElseThrow();
        return db.query(SQL.valuesWritten(db.old("t"), new Relation("public", "t"), column, List.of("id"), byMigration))
                .get(0);
    }
}
