// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresFitsTest {

    @Test
    void answersInATransactionThatMayOnlyRead() throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                Connection connection = database.connection()) {
            PostgresFits.create(connection);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            assertThat(ask(connection, PostgresFits.call("'12'", "integer"))).isTrue();
            assertThat(ask(connection, PostgresFits.call("'x'", "integer"))).isFalse();
            assertThat(ask(connection, PostgresFits.call("'101'", "bit(2)"))).isFalse();
            assertThat(ask(connection, PostgresFits.call("'anything'", "public.gone")))
                    .isTrue();
            assertThat(ask(connection, PostgresFits.call("NULL", "integer"))).isTrue();
        }
    }

    @Test
    void leavesNothingInTheDatabase() throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            try (Connection connection = database.connection()) {
                PostgresFits.create(connection);
                PostgresFits.create(connection);
                PostgresFits.drop(connection);
                PostgresFits.drop(connection);
            }
            assertThat(database.query("SELECT count(*) FROM pg_proc WHERE proname = 'rollback_fits'")
                            .get(0))
                    .containsExactly("0");
        }
    }

    /** Most statements do not need the function, so its absence is no reason to refuse. */
    @Test
    void doesWithoutWhereNothingMayBeMade() throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                TestRole role = TestPostgres.shared().freshRole()) {
            database.execute("REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC");
            try (Connection connection = database.as(role).connection()) {
                connection.setAutoCommit(false);
                assertThatCode(() -> PostgresFits.create(connection)).doesNotThrowAnyException();
                assertThat(ask(connection, "true"))
                        .as("the transaction goes on")
                        .isTrue();
            }
            try (Connection connection = database.connection()) {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                assertThatCode(() -> PostgresFits.create(connection)).doesNotThrowAnyException();
                assertThatCode(() -> PostgresFits.drop(connection)).doesNotThrowAnyException();
                assertThat(ask(connection, "true")).isTrue();
            }
        }
    }

    private static boolean ask(Connection connection, String expression) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + expression)) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
