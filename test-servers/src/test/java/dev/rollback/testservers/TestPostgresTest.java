// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    private final TestPostgres server = TestPostgres.shared();

    @Test
    void oneServerServesTheWholeJvm() {
        assertThat(TestPostgres.shared()).isSameAs(server);
        assertThat(server.majorVersion()).isGreaterThanOrEqualTo(15);
        assertThat(server.version()).startsWith("PostgreSQL " + server.majorVersion());
    }

    @Test
    void aFreshDatabaseIsEmptyAndGoneAfterwards() throws Exception {
        String name;
        try (TestDatabase database = server.freshDatabase();
                Connection leaked = database.connection()) {
            name = database.name();
            assertThat(leaked.isValid(1)).isTrue();
            assertThat(database.url()).contains(name);
            assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly(List.of("0"));
            database.close();
        }
        try (TestDatabase other = server.freshDatabase()) {
            assertThat(other.query("SELECT 1 FROM pg_database WHERE datname = '" + name + "'"))
                    .isEmpty();
        }
    }

    @Test
    void aScriptRunsStatementByStatement() {
        try (TestDatabase database = server.freshDatabase()) {
            database.execute("""
                    CREATE TABLE t (id int PRIMARY KEY, note text); -- not; the; end
                    INSERT INTO t VALUES (1, 'a;b'), (2, NULL);
                    CREATE INDEX CONCURRENTLY t_note ON t (note);
                    CREATE TYPE mood AS ENUM ('sad');
                    ALTER TYPE mood ADD VALUE 'glad';
                    CREATE TABLE m (mood mood DEFAULT 'glad');
                    CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;
                    CREATE PROCEDURE two() BEGIN ATOMIC INSERT INTO t VALUES (3); INSERT INTO t VALUES (4); END;
                    SELECT '{"a": 1}'::jsonb ? 'a';
                    CALL two()
                    """);
            assertThat(database.query("SELECT id, note FROM t ORDER BY id LIMIT 2"))
                    .containsExactly(List.of("1", "a;b"), Arrays.asList("2", null));
        }
    }

    @Test
    void aFailingStatementIsNamed() {
        try (TestDatabase database = server.freshDatabase()) {
            assertThatThrownBy(() -> database.execute("CREATE TABLE t (id int); SELECT 1 / 0; DROP TABLE t"))
                    .hasMessageContaining("SELECT 1 / 0")
                    .hasMessageNotContaining("DROP TABLE");
            assertThat(database.query("SELECT * FROM t")).isEmpty();
        }
    }

    @Test
    void settingsAllowPublicationsAndPreparedTransactions() {
        try (TestDatabase database = server.freshDatabase()) {
            database.execute("CREATE TABLE t (id int); CREATE PUBLICATION p FOR TABLE t");
            database.execute("BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'left behind'");
        }
    }

    @Test
    void aRoleIsDroppedWithWhatItOwns() {
        try (TestDatabase database = server.freshDatabase()) {
            String name;
            try (TestRole role = server.freshRole("NOINHERIT")) {
                name = role.name();
                database.execute("CREATE SCHEMA app AUTHORIZATION " + role);
                database.execute("GRANT CREATE ON DATABASE " + database.name() + " TO " + role);
                TestDatabase view = database.as(role);
                view.execute("CREATE TABLE app.t (id int)");
                assertThat(view.query("SELECT current_user")).containsExactly(List.of(name));
                view.close();
            }
            assertThat(database.query("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'"))
                    .isEmpty();
        }
    }
}
