// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testkit.KitDatabase.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundaryRowsTest {
    private static final String SHARED = """
            CREATE TABLE country (code char(2) PRIMARY KEY, name varchar(20) NOT NULL UNIQUE);
            CREATE TABLE person (
                id int PRIMARY KEY, boss int, country char(2) NOT NULL, first_name varchar(10) NOT NULL,
                mail varchar(50), born date, seen timestamp NULL, wage decimal(8, 2), big bigint,
                FOREIGN KEY (boss) REFERENCES person (id), FOREIGN KEY (country) REFERENCES country (code));
            CREATE TABLE twin (person int PRIMARY KEY, note varchar(500), FOREIGN KEY (person) REFERENCES person (id));
            CREATE TABLE friends (a int NOT NULL, b int NOT NULL, since date NOT NULL, PRIMARY KEY (a, b),
                FOREIGN KEY (a) REFERENCES person (id), FOREIGN KEY (b) REFERENCES person (id));
            CREATE TABLE itself (id int PRIMARY KEY, next_one int NOT NULL, FOREIGN KEY (next_one) REFERENCES itself (id));
            CREATE TABLE ruled (
                id int PRIMARY KEY, state varchar(10) NOT NULL, size_of int NOT NULL, code varchar(8) NOT NULL,
                lo int, hi int,
                CONSTRAINT ruled_state CHECK (state IN ('open', 'closed')), CONSTRAINT ruled_size CHECK (size_of > 1000),
                CONSTRAINT ruled_code CHECK (char_length(code) = 6), CONSTRAINT ruled_order CHECK (lo <= hi));
            CREATE TABLE egg (id int PRIMARY KEY, hen int);
            CREATE TABLE hen (id int PRIMARY KEY, egg int NOT NULL, FOREIGN KEY (egg) REFERENCES egg (id));
            ALTER TABLE egg ADD CONSTRAINT egg_hen FOREIGN KEY (hen) REFERENCES hen (id);
            CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY);
            """;

    @ParameterizedTest
    @EnumSource(Server.class)
    void everyTableIsFilled(Server server) throws Exception {
        try (KitDatabase database = server.fresh().execute(SHARED)) {
            Filled filled = BoundaryRows.in(database.dataSource()).fill();

            assertThat(filled.refused()).isEmpty();
            assertThat(filled.rows())
                    .hasSize(8)
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isBetween(2, 5));
            assertThat(database.query("SELECT count(*) FROM flyway_schema_history"))
                    .containsExactly("0");
            assertThat(database.query("SELECT first_name FROM person"))
                    .contains("", "xxxxxxxxxx")
                    .anyMatch(n -> n.contains("'\"\\"));
            assertThat(database.query("SELECT max(big) FROM person")).containsExactly("9223372036854775807");
            assertThat(database.query("SELECT min(wage) FROM person")).containsExactly("-999999.99");
            assertThat(database.query("SELECT count(*) FROM person WHERE mail IS NULL AND born IS NULL"))
                    .doesNotContain("0");
            assertThat(database.query("SELECT count(*) FROM person WHERE boss IS NOT NULL"))
                    .doesNotContain("0");
            assertThat(database.query("SELECT count(*) FROM ruled WHERE lo IS NOT NULL"))
                    .doesNotContain("0");
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void theSameTablesGetTheSameRowsAndMoreOfThemTheNextTime(Server server) throws Exception {
        String people = "SELECT concat(id, '/', coalesce(mail, '-'), '/', coalesce(wage, 0)) FROM person ORDER BY id";
        try (KitDatabase one = server.fresh().execute(SHARED);
                KitDatabase other = server.fresh().execute(SHARED)) {
            BoundaryRows.in(one.dataSource()).fill();
            BoundaryRows.in(other.dataSource()).fill();
            assertThat(one.query(people)).isEqualTo(other.query(people));

            assertThat(BoundaryRows.in(one.dataSource()).fill().refused()).isEmpty();
            assertThat(one.query(people))
                    .hasSizeGreaterThan(other.query(people).size())
                    .containsAll(other.query(people));
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void aTableThatTakesNoRowIsNamed(Server server) throws Exception {
        try (KitDatabase database = server.fresh().execute("""
                CREATE TABLE never (id int PRIMARY KEY, a int NOT NULL, b int NOT NULL, CHECK (a > b), CHECK (b > a));
                CREATE TABLE child (id int PRIMARY KEY, never int NOT NULL, FOREIGN KEY (never) REFERENCES never (id));
                CREATE TABLE other (id int PRIMARY KEY);
                """)) {
            Filled filled = BoundaryRows.in(database.dataSource()).fill();

            assertThat(filled.refused()).hasSize(2);
            assertThat(filled.refused().toString())
                    .containsIgnoringCase("never=")
                    .contains("point to a table");
            assertThat(filled.rows()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void rowsAreInsertedUpdatedAndDeletedInEveryTable(Server server) throws Exception {
        try (KitDatabase database = server.fresh().execute(SHARED)) {
            BoundaryRows rows = BoundaryRows.in(database.dataSource());
            rows.fill();
            Changed changed = rows.change();

            assertThat(changed.inserted()).hasSizeGreaterThanOrEqualTo(8).doesNotContainValue(0);
            assertThat(changed.deleted().values()).contains(1);
            assertThat(changed.updated().values()).contains(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void plainRowsSuitAnyConversion(Server server) throws Exception {
        try (KitDatabase database = server.fresh().execute(SHARED)) {
            assertThat(BoundaryRows.in(database.dataSource())
                            .except("TWIN")
                            .fillPlain()
                            .rows())
                    .hasSize(7);
            assertThat(database.query("SELECT first_name FROM person")).containsOnly("1");
        }
    }

    @Test
    void everyTypeOfPostgres() throws Exception {
        try (KitDatabase database = Server.POSTGRES.fresh().execute("""
                CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
                CREATE DOMAIN mail AS varchar(40) CHECK (VALUE LIKE '%@%');
                CREATE DOMAIN work_mail AS mail NOT NULL;
                CREATE TABLE types (
                    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, other serial, a smallint NOT NULL, b numeric NOT NULL,
                    c numeric(4, 4) NOT NULL, d real NOT NULL, e double precision NOT NULL, f boolean NOT NULL, g char(3) NOT NULL,
                    h "char" NOT NULL, i bytea NOT NULL, j time NOT NULL, k timetz NOT NULL, l timestamptz NOT NULL,
                    m interval NOT NULL, n uuid NOT NULL, o jsonb NOT NULL, p json NOT NULL, q inet NOT NULL, r cidr NOT NULL,
                    s macaddr NOT NULL, t bit(5) NOT NULL, u varbit NOT NULL, v point NOT NULL, w tsvector NOT NULL,
                    x int4range NOT NULL, y text[] NOT NULL, z mood[] NOT NULL, aa mood NOT NULL, ab mail NOT NULL, ac work_mail,
                    ad money NOT NULL, ae int GENERATED ALWAYS AS (a * 1) STORED, af xml NOT NULL, ag name NOT NULL,
                    ah oid NOT NULL, ai polygon NOT NULL, aj daterange NOT NULL);
                CREATE TABLE keyed (m mood NOT NULL, b boolean NOT NULL, u uuid NOT NULL, t varchar(36) NOT NULL, d date NOT NULL,
                    PRIMARY KEY (m, b), UNIQUE (u), UNIQUE (t), UNIQUE (d));
                CREATE UNIQUE INDEX keyed_lower ON keyed (lower(t));
                CREATE TABLE parted (id int NOT NULL, day date NOT NULL, amount int) PARTITION BY RANGE (day);
                CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
                CREATE TABLE listed (id int NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
                CREATE TABLE listed_1 PARTITION OF listed FOR VALUES IN ('north', 'south');
                CREATE TABLE tenant (id int PRIMARY KEY);
                CREATE TABLE thing (tenant int REFERENCES tenant, id int, PRIMARY KEY (tenant, id));
                CREATE TABLE part (tenant int REFERENCES tenant, id int, thing int NOT NULL, PRIMARY KEY (tenant, id),
                    FOREIGN KEY (tenant, thing) REFERENCES thing DEFERRABLE INITIALLY DEFERRED);
                """)) {
            Filled filled = BoundaryRows.in(database.dataSource(), "public").fill();

            assertThat(filled.refused()).isEmpty();
            assertThat(filled.rows()).hasSize(7).containsEntry("public.types", 5);
            assertThat(database.query("SELECT count(DISTINCT l) FROM types")).containsExactly("4");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void everyTypeOfMysql(Server server) throws Exception {
        try (KitDatabase database = server.fresh().execute("""
                CREATE TABLE types (
                    id int AUTO_INCREMENT PRIMARY KEY, a tinyint NOT NULL, b tinyint(1) NOT NULL, c smallint unsigned NOT NULL,
                    d mediumint NOT NULL, e bigint unsigned NOT NULL, f decimal(10, 4) unsigned NOT NULL, g float NOT NULL,
                    h double NOT NULL, i bit(7) NOT NULL, j char(3) NOT NULL, k varchar(36) NOT NULL, l tinytext NOT NULL,
                    m longtext NOT NULL, n binary(16) NOT NULL, o varbinary(9) NOT NULL, p blob NOT NULL, q datetime(6) NOT NULL,
                    r timestamp NOT NULL, s time NOT NULL, t year NOT NULL, u json NOT NULL, v enum('it''s', 'b') NOT NULL,
                    w set('a', 'b') NOT NULL, x geometry NOT NULL, y int AS (a + 1) VIRTUAL, z int AS (a + 1) STORED,
                    aa varchar(20) CHARACTER SET latin1 NOT NULL, ab varchar(20) CHARACTER SET ascii NOT NULL,
                    ac varchar(20) CHARACTER SET utf8mb3 NOT NULL, ad datetime NOT NULL DEFAULT current_timestamp);
                CREATE TABLE parted (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day))
                    PARTITION BY RANGE (to_days(day)) (PARTITION p0 VALUES LESS THAN (to_days('2024-01-01')));
                CREATE TABLE listed (id int NOT NULL, region varchar(9) NOT NULL) PARTITION BY LIST COLUMNS (region) (
                    PARTITION p0 VALUES IN ('north', 'south'));
                CREATE TABLE flags (a enum('x', 'y') NOT NULL, b bit(1) NOT NULL, c binary(16) NOT NULL, PRIMARY KEY (a, b));
                """)) {
            Filled filled = BoundaryRows.in(database.dataSource()).fill();

            assertThat(filled.refused()).isEmpty();
            assertThat(filled.rows()).hasSize(4);
            assertThat(database.query("SELECT count(*) FROM types")).containsExactly("5");
            assertThat(database.query("SELECT max(e) FROM types")).containsExactly("18446744073709551615");
            assertThat(database.query("SELECT max(l) FROM types WHERE l LIKE '%漢%'"))
                    .allMatch(l -> l.contains("\uD83D\uDE00"));
        }
    }

    @Test
    void everyTypeOfH2() throws Exception {
        try (KitDatabase database = Server.H2.fresh().execute("""
                CREATE DOMAIN mail AS varchar(40) CHECK (VALUE LIKE '%@%');
                CREATE TABLE types (
                    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, other int AUTO_INCREMENT, a tinyint NOT NULL,
                    b smallint NOT NULL, c numeric(6, 2) NOT NULL, d decfloat NOT NULL, e real NOT NULL, f double precision NOT NULL,
                    g boolean NOT NULL, h char(3) NOT NULL, i varchar NOT NULL, j clob NOT NULL, k binary(4) NOT NULL,
                    l varbinary(9) NOT NULL, m blob NOT NULL, n date NOT NULL, o time NOT NULL, p timestamp NOT NULL,
                    q timestamp with time zone NOT NULL, r uuid NOT NULL, s json NOT NULL, t enum('a', 'b') NOT NULL,
                    u varchar array NOT NULL, v mail NOT NULL, w int AS (a + 1), x varchar_ignorecase(9) NOT NULL,
                    y time with time zone NOT NULL, z geometry NOT NULL);
                """)) {
            Filled filled = BoundaryRows.in(database.dataSource()).fill();

            assertThat(filled.refused()).isEmpty();
            assertThat(filled.rows()).containsEntry("PUBLIC.TYPES", 5);
        }
    }
}
