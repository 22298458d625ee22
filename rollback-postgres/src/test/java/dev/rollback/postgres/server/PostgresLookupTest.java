// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.postgres.ddl.DdlFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresLookupTest {
    private final PostgresServer server = new PostgresServer();

    @Test
    void keysAreLookedUpByTheirIndexes() throws SQLException {
        try (DdlFixture db = new DdlFixture("""
                        CREATE TYPE mood AS ENUM ('a', 'b');
                        CREATE DOMAIN short AS varchar(9) CHECK (VALUE <> '');
                        CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
                        CREATE TABLE types (
                            a uuid PRIMARY KEY, b mood UNIQUE, c short UNIQUE, d varchar(4) UNIQUE, e char(4) UNIQUE,
                            f int[] UNIQUE, g int4range UNIQUE, h timestamptz UNIQUE, i text COLLATE ci UNIQUE,
                            j numeric(3) UNIQUE, k jsonb UNIQUE, l bytea UNIQUE, m inet UNIQUE, n boolean UNIQUE,
                            o name UNIQUE, p interval UNIQUE, q oid UNIQUE, r macaddr8 UNIQUE, s bit(3) UNIQUE,
                            UNIQUE (b, c, n) INCLUDE (a)
                        );
                        CREATE INDEX twin ON types (a);
                        CREATE TABLE "Odd ""One" ("a b" int CONSTRAINT "the key" PRIMARY KEY);
                        CREATE TABLE p (id int, at date, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
                        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                        CREATE TABLE p2 PARTITION OF p DEFAULT PARTITION BY RANGE (at);
                        CREATE TABLE p21 PARTITION OF p2 DEFAULT;
                        CREATE TABLE bare (id int PRIMARY KEY) PARTITION BY RANGE (id);
                        CREATE TABLE days (id int, day date, lot int, PRIMARY KEY (id, day), UNIQUE (day, lot))
                            PARTITION BY RANGE (day);
                        CREATE TABLE days1 PARTITION OF days DEFAULT;
                        INSERT INTO days VALUES (1, '2024-01-01', 1), (2, '2024-01-01', 2);
                        INSERT INTO p SELECT g, '2024-01-01'::date + g FROM generate_series(1, 500) g;
                        """);
                Connection connection = db.database.connection()) {
            DatabaseModel model = db.read();
            execute(connection, "SET search_path = ''");
            List<Constraint> keys =
                    model.all(Constraint.class).filter(Constraint::isKey).toList();
            assertThat(keys).hasSizeGreaterThan(24);
            for (boolean autoCommit : new boolean[] {true, false}) {
                connection.setAutoCommit(autoCommit);
                for (Constraint key : keys) {
                    assertThat(server.lookupMissesIndex(connection, key))
                            .as("%s", key.id())
                            .isEmpty();
                }
            }
            assertThat(setting(connection)).isEqualTo("on");
        }
    }

    @Test
    void saysWhatIsUsedInstead() throws SQLException {
        try (DdlFixture db = new DdlFixture("CREATE TABLE t (a int PRIMARY KEY, b int, CONSTRAINT u UNIQUE (b, a))");
                Connection connection = db.database.connection()) {
            execute(connection, "INSERT INTO app.t VALUES (1, 1)");
            execute(connection, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.t_pkey'::regclass");
            Constraint key = db.read()
                    .all(Constraint.class)
                    .filter(c -> c.id().name().equals("t_pkey"))
                    .findFirst()
                    .orElseThrow();
            assertThat(server.lookupMissesIndex(connection, key))
                    .hasValueSatisfying(used -> assertThat(used).matches("Seq Scan on t|Index Only Scan on t with u"));
            execute(connection, "DROP TABLE app.t");
            assertThat(server.lookupMissesIndex(connection, key)).hasValue("there is no such key");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SHOW enable_seqscan")) {
            row.next();
            return row.getString(1);
        }
    }
}
