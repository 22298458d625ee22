// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.rows.PostgresRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.postgres.ddl.PostgresTableDdl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresMergeTest {

    @Test
    void copiesRowsAsTheyAreUnderOldNames() throws Exception {
        try (var db =
                new PostgresRowsFixture("CREATE TABLE t (id int, \"A\"\"b\" text); INSERT INTO t VALUES (1, 'x')")) {
            db.database.execute("ALTER TABLE t RENAME COLUMN \"A\"\"b\" TO c; INSERT INTO t VALUES (2, NULL)");
            RowMerge merge = db.merge("t", List.of("id"), Map.of("A\"b", "c"), "false");
            assertThat(SQL.merge(merge, "rollback").get(0)).doesNotContain("WITH");
            assertThat(db.runMerge(merge)).isEqualTo(2);
            assertThat(db.merged("t")).containsExactly("1|x", "2|null");
            assertThat(db.query(SQL.mergeMisfits(merge))).isEmpty();
        }
    }

    @Test
    void takesTextsBackThatTheMigrationMadeNumbers() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int PRIMARY KEY, v varchar(4));
                INSERT INTO t VALUES (1, '007'), (2, ' 42 '), (3, NULL), (4, '5')
                """)) {
            db.database.execute("""
                    ALTER TABLE t ALTER COLUMN v TYPE int USING v::int;
                    UPDATE t SET v = 6 WHERE id = 4;
                    INSERT INTO t VALUES (5, 99), (6, 123456);
                    """);
            RowMerge merge = db.merge("t", "id");
            assertThat(db.query(SQL.mergeMisfits(merge)))
                    .containsExactly("value of column \"v\" does not fit character varying(4)|1|id=6");
            assertThat(db.runMerge(merge)).isEqualTo(5);
            assertThat(db.merged("t")).containsExactly("1|007", "2| 42 ", "3|null", "4|6", "5|99");
            assertThat(db.aside()).containsExactly("id=6|value of column \"v\" does not fit character varying(4)");
            assertThat(db.query("SELECT run, table_name, row_data FROM rollback.rollback_quarantine"))
                    .containsExactly("7|public.t|{\"v\": 123456, \"id\": 6}");
            assertThat(SQL.narrowed(merge, PostgresRowsFixture.rule(merge, "v")))
                    .isEmpty();
        }
    }

    @Test
    void keepsARowThatIsInTheBackupWithTheBackupsValueWhenTheLiveOneDoesNotFit() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int PRIMARY KEY, v varchar(3) NOT NULL, w text);
                INSERT INTO t VALUES (1, 'a'), (2, 'b')
                """)) {
            db.database.execute("""
                    ALTER TABLE t ALTER COLUMN v TYPE text, ALTER COLUMN v DROP NOT NULL;
                    UPDATE t SET v = 'far too long', w = 'kept' WHERE id = 1;
                    UPDATE t SET v = NULL, w = 'kept too' WHERE id = 2;
                    INSERT INTO t VALUES (3, NULL, 'lost');
                    """);
            assertThat(db.runMerge(db.merge("t", "id"))).isEqualTo(2);
            assertThat(db.merged("t")).containsExactly("1|a|kept", "2|b|kept too");
            assertThat(db.aside())
                    .containsExactly(
                            "id=1|value of column \"v\" does not fit character varying(3); the backup's value is back",
                            "id=2|no value for column \"v\", which must not be null; the backup's value is back",
                            "id=3|no value for column \"v\", which must not be null");
        }
    }

    @Test
    void fillsDestroyedColumnsFromTheBackupTheirDefaultOrTheNextNumber() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, code text PRIMARY KEY, kind text DEFAULT 'usual',
                    note text, n numeric NOT NULL);
                INSERT INTO t (code, kind, note, n) SELECT 'c' || i, 'k', 'n', i FROM generate_series(1, 3) i
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP COLUMN id, DROP COLUMN kind, DROP COLUMN note;
                    DELETE FROM t WHERE code = 'c2'; INSERT INTO t VALUES ('d1', 7), ('a1', 8);
                    """);
            RowMerge merge = db.merge("t", "code");
            assertThat(db.query(SQL.mergeMisfits(merge))).isEmpty();
            assertThat(db.runMerge(merge)).isEqualTo(4);
            assertThat(db.merged("t"))
                    .containsExactly("1|c1|k|n|1", "3|c3|k|n|3", "4|a1|usual|null|8", "5|d1|usual|null|7");
            db.database.execute("ALTER TABLE t DROP COLUMN n");
            assertThat(db.query(SQL.mergeMisfits(db.merge("t", "code"))))
                    .containsExactly("no value for column \"n\", which must not be null|2|code=a1, code=d1");
        }
    }

    @Test
    void matchesRetypedKeysAndFollowsThemFromChildren() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE a (id varchar(36) PRIMARY KEY, v text);
                CREATE TABLE b (id int PRIMARY KEY, a_id varchar(36) NOT NULL REFERENCES a);
                INSERT INTO a VALUES ('ABCDEF01-0000-4000-8000-00000000000A', 'upper');
                INSERT INTO b VALUES (1, 'ABCDEF01-0000-4000-8000-00000000000A')
                """)) {
            db.database.execute("""
                    ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;
                    ALTER TABLE a ALTER COLUMN id TYPE uuid USING id::uuid;
                    ALTER TABLE b ALTER COLUMN a_id TYPE uuid USING a_id::uuid;
                    INSERT INTO a VALUES ('00000000-0000-4000-8000-00000000000B', 'new');
                    INSERT INTO b VALUES (2, 'abcdef01-0000-4000-8000-00000000000a'), (3, '00000000-0000-4000-8000-00000000000B');
                    UPDATE a SET v = 'again' WHERE v = 'upper'
                    """);
            assertThat(db.runMerge(db.merge("a", "id"))).isEqualTo(2);
            assertThat(db.merged("a"))
                    .containsExactly(
                            "00000000-0000-4000-8000-00000000000b|new", "ABCDEF01-0000-4000-8000-00000000000A|again");
            RowMerge children = db.merge("b", "id");
            ColumnRule rule = PostgresRowsFixture.rule(children, "a_id");
            Column key = db.old("a").column("id").orElseThrow();
            Column liveKey = db.now("a").column("id").orElseThrow();
            ParentKey parent = new ParentKey(db.saved("a"), "id", key, liveKey);
            children = PostgresRowsFixture.with(
                    children, new ColumnRule(rule.target(), rule.current(), true, false, parent));
            assertThat(db.query(SQL.mergeMisfits(children))).isEmpty();
            assertThat(db.runMerge(children)).isEqualTo(3);
            assertThat(db.merged("b"))
                    .containsExactly(
                            "1|ABCDEF01-0000-4000-8000-00000000000A",
                            "2|ABCDEF01-0000-4000-8000-00000000000A",
                            "3|00000000-0000-4000-8000-00000000000b");
        }
    }

    @Test
    void countsValuesThatTheOldTypeHoldsLessExactly() throws Exception {
        try (var db = new PostgresRowsFixture(
                "CREATE TABLE t (id int PRIMARY KEY, v numeric(6,2)); INSERT INTO t VALUES (1, 1.10), (2, 2.25)")) {
            db.database.execute("""
                    ALTER TABLE t ALTER COLUMN v TYPE double precision;
                    INSERT INTO t VALUES (3, 0.125), (4, 0.5), (5, 123456), (6, 'NaN');
                    """);
            RowMerge merge = db.merge("t", "id");
            String narrowed =
                    SQL.narrowed(merge, PostgresRowsFixture.rule(merge, "v")).orElseThrow();
            assertThat(db.query(narrowed)).containsExactly("1");
            db.runMerge(merge);
            assertThat(db.merged("t")).containsExactly("1|1.10", "2|2.25", "3|0.13", "4|0.50", "6|NaN");
        }
    }

    @Test
    void takesTheBackupsValueWhereTheMigrationItselfRewroteIt() throws Exception {
        try (var db = new PostgresRowsFixture(
                "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'A'), (2, 'B')")) {
            db.database.execute("UPDATE t SET v = lower(v); UPDATE t SET v = 'mine' WHERE id = 2");
            RowMerge merge = db.merge("t", "id");
            ColumnRule v = PostgresRowsFixture.rule(merge, "v");
            merge = PostgresRowsFixture.with(merge, new ColumnRule(v.target(), v.current(), true, true, null));
            merge = PostgresRowsFixture.with(merge, merge.rules(), "c.id = 1");
            db.runMerge(merge);
            assertThat(db.merged("t")).containsExactly("1|A", "2|mine");
        }
    }

    @Test
    void bringsRowsIntoTypesThatWereReplacedUnderTheirNames() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TYPE size AS ENUM ('s', 'm', 'l');
                CREATE TABLE t (id int PRIMARY KEY, v size, w size[]);
                INSERT INTO t VALUES (1, 's', '{s,m}'), (2, 'm', NULL), (3, 'l', '{}')
                """)) {
            db.database.execute("ALTER TYPE size ADD VALUE 'xl'");
            db.database.execute(
                    "INSERT INTO t VALUES (4, 'xl', NULL), (5, 'm', '{xl}'); UPDATE t SET v = 'xl' WHERE id = 2");
            RowMerge merge = db.merge("t", "id").within(db.types(), List.of());
            assertThat(db.query(SQL.mergeMisfits(merge)))
                    .containsExactly(
                            "value of column \"v\" does not fit public.size|1|id=4",
                            "value of column \"v\" does not fit public.size; the backup's value is back|1|id=2",
                            "value of column \"w\" does not fit public.size[]|1|id=5");
            merge = db.merge("t", "id"); // once the old type is there, the server knows too
            db.database.execute("ALTER TYPE size RENAME TO size_aside; CREATE TYPE size AS ENUM ('s', 'm', 'l')");
            assertThat(db.runMerge(merge)).isEqualTo(3);
            assertThat(db.merged("t")).containsExactly("1|s|{s,m}", "2|m|null", "3|l|{}");
            assertThat(db.aside())
                    .containsExactly(
                            "id=2|value of column \"v\" does not fit public.size; the backup's value is back",
                            "id=4|value of column \"v\" does not fit public.size",
                            "id=5|value of column \"w\" does not fit public.size[]");
        }
    }

    @Test
    void mergesWithoutABackup() throws Exception {
        try (var db = new PostgresRowsFixture("CREATE TABLE t (id bigint, v date DEFAULT '2020-02-02')")) {
            db.database.execute(
                    "ALTER TABLE t ALTER COLUMN id TYPE text, DROP COLUMN v; INSERT INTO t VALUES ('1'), ('x')");
            RowMerge joined = db.merge("t");
            RowMerge merge = new RowMerge(
                    joined.table(), joined.target(), joined.source(), null, List.of(), joined.rules(), "false");
            assertThat(db.query(SQL.mergeMisfits(merge)))
                    .containsExactly("value of column \"id\" does not fit bigint|1|");
            assertThat(db.runMerge(merge)).isEqualTo(1);
            assertThat(db.merged("t")).containsExactly("1|2020-02-02");
        }
    }

    @Test
    void judgesDomainsByTheirOldChecks() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE DOMAIN "E Mail" AS varchar(20) COLLATE "C" DEFAULT 'VALUE@x' NOT NULL CHECK (VALUE LIKE '%@%')
                    CONSTRAINT x CHECK (lower(VALUE) <> 'VALUE');
                CREATE TABLE t (id int PRIMARY KEY, v "E Mail"); INSERT INTO t VALUES (1, 'a@b'), (2, 'c@d')
                """)) {
            db.database.execute("""
                    ALTER DOMAIN "E Mail" DROP CONSTRAINT "E Mail_check"; ALTER DOMAIN "E Mail" DROP NOT NULL;
                    INSERT INTO t VALUES (3, 'e@f'), (4, 'login'), (5, NULL); UPDATE t SET v = '' WHERE id = 2;
                    """);
            RowMerge merge = db.merge("t", "id").within(db.types(), List.of());
            String misfit = "value of column \"v\" does not fit public.\"E Mail\"";
            assertThat(db.query(SQL.mergeMisfits(merge)))
                    .containsExactly(misfit + "|2|id=4, id=5", misfit + "; the backup's value is back|1|id=2");
            assertThat(db.runMerge(merge)).isEqualTo(3);
            assertThat(db.merged("t")).containsExactly("1|a@b", "2|c@d", "3|e@f");
        }
    }

    @Test
    void setsRowsAsideThatNoPartitionHolds() throws Exception {
        try (var db = new PostgresRowsFixture("""
                CREATE TABLE t (id int, day date, region text COLLATE "C", at timestamp DEFAULT now()) PARTITION BY RANGE (day);
                CREATE TABLE t23 PARTITION OF t FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') PARTITION BY LIST (lower(region));
                CREATE TABLE t23e PARTITION OF t23 FOR VALUES IN ('e', NULL, 'it''s');
                CREATE TABLE t24 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2024-07-01')
                    PARTITION BY RANGE (region COLLATE "C" text_pattern_ops, date_trunc('day', at));
                CREATE TABLE t24a PARTITION OF t24 FOR VALUES FROM ('a', MINVALUE) TO ('f', '2024-01-01');
                CREATE TABLE t25 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO (MAXVALUE) PARTITION BY HASH (id);
                CREATE TABLE t25h PARTITION OF t25 FOR VALUES WITH (MODULUS 1, REMAINDER 0)
                """)) {
            db.database.execute("""
                    CREATE TABLE plain (LIKE t); DROP TABLE t; ALTER TABLE plain RENAME TO t; ALTER TABLE t ALTER day TYPE text;
                    INSERT INTO t VALUES (1, '2023-05-05', 'E', NULL), (2, '2023-05-05', 'x', NULL), (3, '2023-05-05', NULL, NULL),
                        (4, '2024-02-02', 'a', '2024-01-01'), (5, '2024-02-02', 'f', '2023-12-31'), (6, '2024-02-02', 'f', '2024-01-01'),
                        (7, '2024-02-02', 'a', NULL), (8, '2024-07-01', 'a', '2024-01-01'), (9, '2030-01-01', NULL, NULL), (10, NULL, 'a', NULL),
                        (11, 'x', 'a', NULL), (12, '2023-01-01', 'It''s', NULL)
                    """);
            RowMerge merge = db.merge("t").within(List.of(), db.partitions());
            assertThat(db.query(SQL.mergeMisfits(merge)))
                    .containsExactly("no partition holds it|5|", "value of column \"day\" does not fit date|1|");
            db.run(List.of(PostgresTableDdl.create(db.old("t"), merge.target())));
            for (String name : List.of("t23", "t24", "t25", "t23e", "t24a", "t25h")) {
                Table table = db.old(name);
                Relation as = new Relation("rollback", name + "_new");
                Relation parent = new Relation("rollback", table.partitionOf().name() + "_new");
                db.run(List.of(PostgresTableDdl.create(table, as), PostgresTableDdl.attach(table, as, parent)));
            }
            String sql = SQL.merge(merge, "rollback")
                    .get(0)
                    .replace(Tokens.SOURCE, "public.t")
                    .replace(Tokens.RANGE, "true");
            assertThat(db.update(sql)).isEqualTo(6);
            assertThat(db.query("SELECT id FROM rollback.t_new ORDER BY 1"))
                    .containsExactly("1", "3", "4", "5", "9", "12");
        }
    }
}
