// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.rows.PostgresRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.postgres.ddl.PostgresTableDdl;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresBackupRowsTest {
    private static final Relation LIVE = new Relation("public", "t");

    @Test
    void savesAndRestoresEveryType() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TYPE mood AS ENUM ('so, so', 'good'); CREATE TYPE pair AS (a int, b text);
                CREATE DOMAIN code AS char(5); CREATE TYPE span AS RANGE (subtype = float8);
                CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, "Select" mood, p pair[], c code, s span, f float8, r real,
                    n numeric, x xml, j json, jb jsonb, ts timestamptz, i interval, b bytea, ch char(4), bits bit(3), m money,
                    a text[], g int GENERATED ALWAYS AS (id + 1) STORED, pt point, o "char", v text COLLATE "C");
                INSERT INTO t ("Select", p, c, s, f, r, n, x, j, jb, ts, i, b, ch, bits, m, a, pt, o, v) VALUES
                    ('so, so', ARRAY[ROW(1, 'x "y"')::pair, NULL], 'ab', '[0.1,2)', 'NaN', 0.1, 1.10, '<a>1</a>', '{"b": 1,  "a": 2}',
                     '{"b": 1}', 'infinity', '1 mon -2 days', '\\xdead', 'ab', '101', 12.34, '{a,NULL,"b,c"}', '(1,2)', 'q', 'ü'),
                    (NULL, NULL, NULL, 'empty', -0.0, 'Infinity', 'NaN', NULL, NULL, NULL, '2024-03-31 01:30:00.123456+02', '0', '', '', NULL,
                     NULL, '{}', NULL, '', '')
                """)) {
            Table table = db.old("t");
            List<Column> stored = table.storedColumns();
            assertThat(
                            db.query(
                                    "SELECT count(*) FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = "
                                            + "'rollback.t'::regclass AND a.attnum > 0 AND t.typnamespace = 'public'::regnamespace"))
                    .containsExactly("0");
            String checksum = db.query(SQL.checksum(LIVE, stored)).get(0);
            assertThat(checksum).startsWith("2|");
            assertThat(db.query(SQL.checksum(db.saved("t"), stored))).containsExactly(checksum);
            db.run(List.of(
                    PostgresTableDdl.create(table, new Relation("rollback", "back")),
                    SQL.restore(table, db.saved("t"), new Relation("rollback", "back"))));
            assertThat(db.query(SQL.checksum(new Relation("rollback", "back"), stored)))
                    .containsExactly(checksum);
            assertThat(db.query("SELECT g FROM rollback.back ORDER BY 1")).containsExactly("2", "3");
            assertThat(db.query(SQL.compare(LIVE, db.saved("t"), List.of(stored.get(0)), stored)))
                    .containsExactly("2|2");
            db.database.execute("UPDATE t SET n = 1.1 WHERE id = 1");
            assertThat(db.query(SQL.checksum(LIVE, stored))).isNotEqualTo(List.of(checksum));
            assertThat(db.query(SQL.compare(LIVE, db.saved("t"), List.of(stored.get(0)), stored)))
                    .containsExactly("2|1");
            assertThat(db.query(SQL.compare(LIVE, db.saved("t"), List.of(), stored)))
                    .containsExactly("0|0");
        }
    }

    @Test
    void checksumDependsOnTheRowsAndNotOnTheirOrder() throws Exception {
        try (var db = new PostgresRowsFixture("CREATE TABLE t (a text, b text); CREATE TABLE u (a text, b text)")) {
            List<Column> columns = db.old("t").columns();
            Relation other = new Relation("public", "u");
            assertThat(db.query(SQL.checksum(LIVE, columns))).containsExactly("0|0 0");
            db.database.execute(
                    "INSERT INTO t VALUES ('1', '2'), ('3', NULL), ('3', NULL); INSERT INTO u VALUES ('3', NULL), ('1', '2'), ('3', NULL)");
            String same = db.query(SQL.checksum(LIVE, columns)).get(0);
            assertThat(db.query(SQL.checksum(other, columns))).containsExactly(same);
            db.database.execute("UPDATE u SET b = '' WHERE b IS NULL");
            assertThat(db.query(SQL.checksum(other, columns)).get(0)).isNotEqualTo(same);
            db.database.execute("TRUNCATE u; INSERT INTO u VALUES ('1', '2'), ('4', NULL), ('4', NULL)");
            assertThat(db.query(SQL.checksum(other, columns)).get(0)).isNotEqualTo(same);
            db.database.execute("TRUNCATE u; INSERT INTO u VALUES ('1,2', NULL), ('3', NULL), ('3', NULL)");
            assertThat(db.query(SQL.checksum(other, columns)).get(0)).isNotEqualTo(same);
        }
    }

    @Test
    void keepsRowsOfTablesWithoutColumns() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (); INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES;
                CREATE TABLE u (g int GENERATED ALWAYS AS (1) STORED); INSERT INTO u DEFAULT VALUES
                """)) {
            assertThat(db.query(SQL.checksum(LIVE, List.of()))).containsExactly("2|");
            for (String name : List.of("t", "u")) {
                Relation back = new Relation("rollback", "back_" + name);
                db.run(List.of(
                        PostgresTableDdl.create(db.old(name), back), SQL.restore(db.old(name), db.saved(name), back)));
            }
            assertThat(db.query(SQL.count(new Relation("rollback", "back_t")))).containsExactly("2");
            assertThat(db.query("SELECT g FROM rollback.back_u")).containsExactly("1");
            assertThat(db.runMerge(db.merge("t"))).isEqualTo(2);
        }
    }

    @Test
    void readsAllPartitions() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int) PARTITION BY LIST (id);
                CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t DEFAULT;
                INSERT INTO t VALUES (1), (2), (3)
                """)) {
            assertThat(db.query(SQL.count(db.saved("t")))).containsExactly("3");
        }
    }
}
