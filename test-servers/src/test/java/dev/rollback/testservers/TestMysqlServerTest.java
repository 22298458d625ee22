// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestMysqlServerTest {
    static List<Supplier<TestMysqlServer>> servers() {
        return List.of(TestMysql::shared, TestMariaDb::shared);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void oneServerServesTheWholeJvm(Supplier<TestMysqlServer> shared) {
        TestMysqlServer server = shared.get();
        assertThat(shared.get()).isSameAs(server);
        assertThat(server.majorVersion()).isGreaterThanOrEqualTo(8);
        assertThat(server.version()).startsWith(server.product() + " " + server.majorVersion());
    }

    @Test
    void theProductsAreToldApart() {
        assertThat(TestMysql.shared().version()).doesNotContain("MariaDB");
        assertThat(TestMariaDb.shared().version()).matches("MariaDB .*MariaDB.*");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aFreshDatabaseIsEmptyAndGoneAfterwards(Supplier<TestMysqlServer> shared) throws Exception {
        TestMysqlServer server = shared.get();
        String name;
        try (TestDatabase database = server.freshDatabase();
                Connection leaked = database.connection()) {
            name = database.name();
            assertThat(leaked.isValid(1)).isTrue();
            assertThat(database.query("SHOW TABLES")).isEmpty();
            database.execute("CREATE TABLE t (id int)");
            try (Statement statement = leaked.createStatement()) {
                statement.execute("LOCK TABLES t READ");
            }
            database.close();
        }
        try (TestDatabase other = server.freshDatabase()) {
            assertThat(other.query("SHOW DATABASES LIKE '" + name + "'")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aScriptRunsStatementByStatement(Supplier<TestMysqlServer> shared) {
        try (TestDatabase database = shared.get().freshDatabase()) {
            database.execute("""
                    CREATE TABLE t (id int PRIMARY KEY, note text); -- not; the; end
                    INSERT INTO t VALUES (1, 'a;{b}'), (2, NULL);
                    DELIMITER //
                    CREATE PROCEDURE two() BEGIN INSERT INTO t VALUES (3, ''); INSERT INTO t VALUES (4, ''); END //
                    DELIMITER ;
                    CALL two()
                    """);
            assertThat(database.query("SELECT id, note FROM t ORDER BY id LIMIT 2"))
                    .containsExactly(List.of("1", "a;{b}"), Arrays.asList("2", null));
            assertThatThrownBy(() -> database.execute("SELECT 1; SELECT * FROM missing; DROP TABLE t"))
                    .hasMessageContaining("SELECT * FROM missing")
                    .hasMessageNotContaining("DROP TABLE");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aUserHasNoPrivilegesAndIsDropped(Supplier<TestMysqlServer> shared) {
        try (TestDatabase database = shared.get().freshDatabase()) {
            String name;
            try (TestRole role = shared.get().freshRole()) {
                name = role.name();
                database.execute("CREATE TABLE t (id int)");
                TestDatabase view = database.as(role);
                assertThatThrownBy(() -> view.query("SELECT * FROM t")).hasMessageContaining(database.name());
                database.execute("GRANT SELECT ON t TO " + role);
                assertThat(view.query("SELECT * FROM t")).isEmpty();
            }
            assertThat(database.query("SELECT 1 FROM mysql.user WHERE user = '" + name + "'"))
                    .isEmpty();
        }
    }
}
