// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresChangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TYPE e AS ENUM ('a', 'it''s', 'c') | ALTER TYPE e RENAME VALUE 'it''s' TO 'x\\y'",
                "CREATE TYPE e AS ENUM ('x\\y', 'b') | ALTER TYPE e RENAME VALUE 'x\\y' TO 'a'; ALTER TYPE e RENAME VALUE 'b' TO 'z'",
                "CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0)) | ALTER TABLE t DROP CONSTRAINT c,"
                        + " ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
                "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t) | ALTER TABLE t DROP CONSTRAINT t_b_fkey,"
                        + " ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES t NOT VALID",
                "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t DEFERRABLE INITIALLY DEFERRED)"
                        + " | ALTER TABLE t ALTER CONSTRAINT t_b_fkey NOT DEFERRABLE",
                "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t)"
                        + " | ALTER TABLE t ALTER CONSTRAINT t_b_fkey DEFERRABLE INITIALLY DEFERRED",
                "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t DEFERRABLE)"
                        + " | ALTER TABLE t ALTER CONSTRAINT t_b_fkey INITIALLY DEFERRED",
                "CREATE TABLE t (a int PRIMARY KEY, b int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t"
                        + " NOT VALID | ALTER TABLE t ALTER CONSTRAINT f DEFERRABLE",
                "CREATE DOMAIN d AS text DEFAULT 'x' CHECK (VALUE <> '') | ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE <> 'a');"
                        + " ALTER DOMAIN d SET DEFAULT 'y'; ALTER DOMAIN d SET NOT NULL",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1' | CREATE OR REPLACE FUNCTION f() RETURNS int"
                        + " LANGUAGE sql AS 'SELECT 2'",
                "CREATE VIEW v AS SELECT 1 AS a | CREATE OR REPLACE VIEW v AS SELECT 2 AS a",
            })
    void inPlace(String script, String migration) {
        try (DdlFixture db = new DdlFixture(script)) {
            String state = db.state();
            DatabaseModel before = db.read();
            db.database.execute("SET search_path = app;" + migration);
            assertThat(db.state()).isNotEqualTo(state);
            List<String> sql = new ArrayList<>();
            DatabaseModel live = db.read();
            for (SchemaObject object : before.objects()) {
                SchemaObject now = live.find(object.id()).orElseThrow();
                if (!now.definition().equals(object.definition())) {
                    sql.addAll(db.ddl.change(now, object).orElseThrow());
                }
            }
            db.run(sql);
            assertThat(db.state()).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TYPE e ADD VALUE 'd'",
                "ALTER TYPE e RENAME VALUE 'b' TO 'x'; ALTER TYPE e ADD VALUE 'y'",
                "DROP TYPE e; CREATE TYPE e AS ENUM ('a', 'c', 'b')",
                "DROP TYPE e; CREATE TYPE e AS ENUM ('b', 'c', 'd')",
                "DROP TYPE e; CREATE TYPE e AS ENUM ()",
                "DROP TYPE e; CREATE TYPE e AS (a int)",
                "DROP TYPE e; CREATE DOMAIN e AS text",
                "DROP FUNCTION f; CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''1'''",
                "ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a > 1)",
                "ALTER TABLE t DROP CONSTRAINT later, ADD CONSTRAINT later CHECK (a < 9)",
                "ALTER DOMAIN d DROP CONSTRAINT d_check",
                "ALTER TABLE t DROP CONSTRAINT f, ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (b) ON DELETE CASCADE DEFERRABLE",
                "ALTER TABLE t DROP CONSTRAINT u, ADD CONSTRAINT u UNIQUE (a, b) DEFERRABLE",
                "DROP INDEX i; CREATE INDEX i ON t (a DESC)",
                "DROP VIEW v; CREATE VIEW v AS SELECT 2 AS b",
            })
    void notInPlace(String migration) {
        try (DdlFixture db = new DdlFixture("""
                CREATE TYPE e AS ENUM ('a', 'b', 'c');
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0), b int UNIQUE, CONSTRAINT u UNIQUE (a, b),
                                CONSTRAINT f FOREIGN KEY (a) REFERENCES t (b));
                ALTER TABLE t ADD CONSTRAINT later CHECK (a < 9) NOT VALID;
                CREATE INDEX i ON t (a);
                CREATE VIEW v AS SELECT 1 AS a;
                CREATE DOMAIN d AS text CHECK (VALUE <> '');
                """)) {
            DatabaseModel before = db.read();
            db.database.execute("SET search_path = app;" + migration);
            DatabaseModel live = db.read();
            List<SchemaObject> changed = before.objects().stream()
                    .filter(o -> !live.find(o.id()).orElseThrow().definition().equals(o.definition()))
                    .toList();
            assertThat(changed).hasSize(1);
            SchemaObject now = live.find(changed.get(0).id()).orElseThrow();
            assertThat(db.ddl.change(now, changed.get(0))).isEmpty();
            List<String> sql = new ArrayList<>(db.ddl.drop(now));
            sql.addAll(db.ddl.create(changed.get(0), List.of()));
            db.run(sql);
            assertThat(db.read().fingerprint()).isEqualTo(before.fingerprint());
        }
    }

    @Test
    void aColumnOfAnotherTypeNeedsANewTable() {
        assertThat(rebuild(column("uuid", null, null), column("character varying(36)", null, null)))
                .hasValue("its type is uuid and was character varying(36)");
        assertThat(rebuild(column("text", "\"C\"", null), column("text", null, null)))
                .hasValue("its collation is \"C\" and was the default");
        assertThat(rebuild(column("int", null, "(a + 1) STORED"), column("int", null, null)))
                .hasValue("it is generated as (a + 1) STORED and was not");
        assertThat(rebuild(column("int", null, null), column("int", null, "(a + 1) STORED")))
                .hasValue("it was generated as (a + 1) STORED and is not");
        assertThat(rebuild(column("int", null, null), column("int", null, null)))
                .isEmpty();
    }

    private static Optional<String> rebuild(Column live, Column snapshot) {
        return new PostgresDdl().needsRebuild(live, snapshot);
    }

    private static Column column(String type, @Nullable String collation, @Nullable String generated) {
        return new Column("c", type, false, true, null, generated, null, collation, "", 1);
    }
}
