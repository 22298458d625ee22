// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.rows.PostgresRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectKind;
import dev.rollback.testservers.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresViolationTest {

    @Test
    void keepsTheRowOfTheBackupAmongDuplicates() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int PRIMARY KEY, code text CONSTRAINT code_key UNIQUE, n int);
                INSERT INTO t VALUES (1, 'a', 0), (2, 'b', 0), (3, 'c', 0), (4, NULL, 0)
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT code_key;
                    INSERT INTO t VALUES (5, 'a', 0), (6, 'b', 0), (7, NULL, 0), (8, 'd', 0), (9, 'd', 0);
                    UPDATE t SET n = 1 WHERE id = 1; UPDATE t SET code = 'b' WHERE id = 3; UPDATE t SET n = 1 WHERE id = 2;
                    """);
            assertThat(db.removeViolating(db.violation("t", "code_key", null, "id")))
                    .isEqualTo("4|id=3, id=5, id=6, 4");
            assertThat(db.query("SELECT id FROM public.t ORDER BY 1")).containsExactly("1", "2", "3", "4", "7", "8");
            assertThat(db.query("SELECT code FROM public.t WHERE id = 3")).containsExactly("c");
            assertThat(db.aside()).contains("id=3|duplicate for key \"code_key\"; the backup's value is back");
            db.database.execute("ALTER TABLE t ADD CONSTRAINT code_key UNIQUE (code)");
        }
    }

    @Test
    void knowsWhenNullsAreEqualAndThatPrimaryKeysHaveNone() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (a int, b int, c int, CONSTRAINT pk PRIMARY KEY (a, b), CONSTRAINT nn UNIQUE NULLS NOT DISTINCT (b, c));
                CREATE UNIQUE INDEX i ON t (c) NULLS NOT DISTINCT
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT pk, DROP CONSTRAINT nn, ALTER a DROP NOT NULL, ALTER b DROP NOT NULL;
                    DROP INDEX i;
                    INSERT INTO t VALUES (NULL, 1, 1), (2, 2, NULL), (2, 2, NULL), (3, 2, NULL), (4, 4, NULL), (5, 5, 5)
                    """);
            assertThat(db.removeViolating(db.violation("t", "pk", null))).isEqualTo("2|a=2, b=2, a=NULL, b=1, 2");
            assertThat(db.removeViolating(db.violation("t", "nn", null))).isEqualTo("1|b=2, c=NULL, 1");
            assertThat(db.removeViolating(db.violation("t", "i", null))).isEqualTo("1|c=NULL, 1");
            assertThat(db.query("SELECT * FROM public.t ORDER BY 1")).containsExactly("2|2|null", "5|5|5");
            assertThat(db.aside())
                    .containsExactlyInAnyOrder(
                            "a=2, b=2|duplicate for key \"pk\"",
                            "a=NULL, b=1|no value for primary key \"pk\"",
                            "b=2, c=NULL|duplicate for key \"nn\"",
                            "c=NULL|duplicate for key \"i\"");
        }
    }

    @Test
    void readsUniqueIndexesOverExpressions() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE "T t" (id int PRIMARY KEY, "E, (mail" varchar(30), gone date);
                CREATE UNIQUE INDEX i ON "T t" USING btree (lower("E, (mail"::text) COLLATE "C" text_pattern_ops DESC NULLS LAST,
                    (id / 10)) INCLUDE (gone) WITH (fillfactor = 70) WHERE gone IS NULL AND "E, (mail" <> 'a WHERE (b'
                """)) {
            db.database.execute("""
                    DROP INDEX i;
                    INSERT INTO "T t" VALUES (1, 'X', NULL), (2, 'x', NULL), (3, 'X', '2020-01-01'), (4, NULL, NULL), (5, NULL, NULL),
                        (11, 'x', NULL), (12, 'a WHERE (b', NULL), (13, 'a WHERE (b', NULL)
                    """);
            assertThat(db.removeViolating(db.violation("T t", "i", null, "id"))).isEqualTo("1|id=2, 1");
        }
    }

    @Test
    void setsOrphansAsideAndInTreesWhatHangsOnThem() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
                CREATE TABLE t (id int PRIMARY KEY, a int, b int, up int CONSTRAINT tree REFERENCES t,
                    CONSTRAINT simple FOREIGN KEY (a, b) REFERENCES p, CONSTRAINT whole FOREIGN KEY (a, b) REFERENCES p MATCH FULL);
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT tree, DROP CONSTRAINT simple, DROP CONSTRAINT whole;
                    INSERT INTO p VALUES (1, 1);
                    INSERT INTO t VALUES (1, 1, 1, NULL), (2, 1, 2, 1), (3, 1, NULL, 1), (4, NULL, NULL, 99), (5, 1, 1, 4), (6, 1, 1, 5),
                        (7, 1, 1, 7)
                    """);
            assertThat(db.query(SQL.orphans(
                            (Constraint) db.part("simple"), new Relation("public", "t"), new Relation("public", "p"))))
                    .containsExactly("1");
            assertThat(db.removeViolating(db.violation("t", "simple", "p", "id")))
                    .isEqualTo("1|id=2, 1");
            assertThat(db.removeViolating(db.violation("t", "whole", "p", "id")))
                    .isEqualTo("1|id=3, 1");
            assertThat(db.removeViolating(db.violation("t", "tree", "t", "id"))).isEqualTo("3|id=4, id=5, id=6, 3");
            assertThat(db.query("SELECT id FROM public.t ORDER BY 1")).containsExactly("1", "7");
            assertThat(db.aside()).contains("id=6|no parent for foreign key \"tree\"");
        }
    }

    @Test
    void appliesChecksAsTheyArePrinted() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (c int PRIMARY KEY, v text, CONSTRAINT k CHECK (v <> ')' AND c > 0) NO INHERIT,
                    CONSTRAINT w CHECK (t IS NOT NULL));
                ALTER TABLE t ADD CONSTRAINT later CHECK (c > 10) NOT VALID
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT k, DROP CONSTRAINT w, DROP CONSTRAINT later;
                    INSERT INTO t VALUES (1, 'x'), (2, ')'), (-3, 'x'), (4, NULL)
                    """);
            assertThat(db.removeViolating(db.violation("t", "k", null, "c"))).isEqualTo("2|c=-3, c=2, 2");
            assertThat(db.removeViolating(db.violation("t", "w", null, "c"))).isEqualTo("1|c=4, 1");
            assertThat(SQL.violating(db.violation("t", "later", null))).isEmpty();
            assertThat(db.aside()).contains("c=2|violates check constraint \"k\"");
            assertThat(db.query("SELECT row_data FROM rollback.rollback_quarantine WHERE row_key = 'c=2'"))
                    .containsExactly("{\"c\": 2, \"v\": \")\"}");
        }
    }

    @Test
    void setsAsideWhatAnExclusionForbids() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int PRIMARY KEY, seats int4range, code text,
                    CONSTRAINT no_overlap EXCLUDE USING gist (seats WITH &&),
                    CONSTRAINT codes EXCLUDE USING btree (lower(code) WITH =) WHERE (code <> 'none') DEFERRABLE);
                INSERT INTO t SELECT i, int4range(i * 10, i * 10 + 5), 'B' || i FROM generate_series(1, 8) i
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT no_overlap, DROP CONSTRAINT codes;
                    INSERT INTO t VALUES (20, '[12,13)', 'X'), (21, '[500,510)', 'b3'), (22, NULL, 'none'), (23, 'empty', 'none');
                    UPDATE t SET code = code WHERE id < 5; UPDATE t SET seats = '[81,82)' WHERE id = 2
                    """);
            assertThat(db.removeViolating(db.violation("t", "no_overlap", null, "id")))
                    .isEqualTo("2|id=2, id=20, 2");
            assertThat(db.removeViolating(db.violation("t", "codes", null, "id")))
                    .isEqualTo("1|id=21, 1");
            assertThat(db.aside()).contains("id=20|conflict in \"no_overlap\"");
            db.database.execute("ALTER TABLE t ADD CONSTRAINT no_overlap EXCLUDE USING gist (seats WITH &&)");
        }
    }

    @Test
    void findsRowsOfPartitions() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int, v int, CONSTRAINT k CHECK (v > 0), CONSTRAINT u UNIQUE (id)) PARTITION BY LIST (id);
                CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t DEFAULT
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT k, DROP CONSTRAINT u;
                    INSERT INTO t VALUES (1, 1), (1, -1), (2, 2), (2, 2), (1, 5)
                    """);
            assertThat(db.removeViolating(db.violation("t", "k", null))).isEqualTo("1|v=-1, 1");
            assertThat(db.removeViolating(db.violation("t", "u", null))).isEqualTo("2|id=1, id=2, 2");
            assertThat(db.query("SELECT id, v FROM public.t ORDER BY 1")).containsExactly("1|1", "2|2");
        }
    }

    @Test
    void takesRowsAlongThatWouldBeOrphansThen() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE p (id int PRIMARY KEY, code text, up int REFERENCES p, CONSTRAINT k CHECK (code <> 'bad'));
                CREATE TABLE c (id int PRIMARY KEY, p_id int REFERENCES p ON DELETE CASCADE);
                CREATE TABLE g (id int PRIMARY KEY, c_id int REFERENCES c ON DELETE RESTRICT, p_id int REFERENCES p ON DELETE SET NULL);
                ALTER TABLE p ADD g_id int REFERENCES g DEFERRABLE INITIALLY DEFERRED;
                CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''fired''; END';
                """)) {
            db.database.execute("""
                    ALTER TABLE p DROP CONSTRAINT k;
                    INSERT INTO p VALUES (1, 'ok', NULL), (2, 'bad', NULL), (3, 'ok', 2), (4, 'ok', NULL);
                    INSERT INTO c VALUES (1, 1), (2, 2), (3, 3); INSERT INTO g VALUES (1, 1, 2), (2, 2, 1), (3, 3, NULL);
                    UPDATE p SET g_id = 3 WHERE id = 4;
                    CREATE TRIGGER t BEFORE DELETE ON c FOR EACH ROW EXECUTE FUNCTION stop();
                    ALTER TABLE c ENABLE REPLICA TRIGGER t;
                    CREATE TRIGGER u BEFORE DELETE ON c FOR EACH ROW EXECUTE FUNCTION stop(); ALTER TABLE c DISABLE TRIGGER u;
                    CREATE TRIGGER v BEFORE DELETE ON c FOR EACH ROW EXECUTE FUNCTION stop();
                    """);
            var inForce = db.model()
                    .all(Constraint.class)
                    .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY)
                    .toList();
            Violation violation = db.violation("p", "k", null, "id");
            violation = violation.among(inForce, List.of());
            db.connection.setAutoCommit(false);
            db.run(SQL.withoutTriggers(
                    List.of(violation.on(), new Relation("public", "c")), SQL.removeViolating(violation, "rollback")));
            db.connection.commit();
            assertThat(db.query("SELECT id FROM public.p ORDER BY 1")).containsExactly("1");
            assertThat(db.query("SELECT id FROM public.c ORDER BY 1")).containsExactly("1");
            assertThat(db.query("SELECT * FROM public.g ORDER BY 1")).containsExactly("1|1|null");
            assertThat(db.query("SELECT table_name, row_key, reason FROM rollback.rollback_quarantine ORDER BY 1, 2"))
                    .containsExactly(
                            "public.c|p_id=2|no parent for foreign key \"c_p_id_fkey\"",
                            "public.c|p_id=3|no parent for foreign key \"c_p_id_fkey\"",
                            "public.g|c_id=2|no parent for foreign key \"g_c_id_fkey\"",
                            "public.g|c_id=3|no parent for foreign key \"g_c_id_fkey\"",
                            "public.p|id=2|violates check constraint \"k\"",
                            "public.p|id=3|no parent for foreign key \"p_up_fkey\"",
                            "public.p|id=4|no parent for foreign key \"p_g_id_fkey\"");
            assertThat(db.query("SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"))
                    .containsExactly("t|R", "u|D", "v|O");
        }
    }

    @Test
    void knowsKeysWithoutOverlaps() throws Exception {
        assumeTrue(TestPostgres.shared().majorVersion() >= 18, "temporal keys are new in 18");
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (room int4range, at daterange, v int, CONSTRAINT pk PRIMARY KEY (room, at WITHOUT OVERLAPS));
                INSERT INTO t VALUES ('[1,2)', '[2024-01-01,2024-02-01)', 1)
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT pk, ALTER room DROP NOT NULL, ALTER at DROP NOT NULL;
                    INSERT INTO t VALUES ('[1,2)', '[2024-01-15,2024-03-01)', 2), ('[2,3)', '[2024-01-15,2024-03-01)', 3), (NULL, NULL, 4)
                    """);
            assertThat(db.removeViolating(db.violation("t", "pk", null, "v"))).isEqualTo("2|v=2, v=4, 2");
            db.database.execute("ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (room, at WITHOUT OVERLAPS)");
        }
    }
}
