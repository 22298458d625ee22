// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between the command line and a server that is there. */
class ConnectionTest {
    private final TestPostgres server = TestPostgres.shared();
    private final TestDatabase database = server.freshDatabase();

    @AfterEach
    void after() {
        database.close();
    }

    @Test
    void noSuchDatabase() {
        String url = Cli.url(database).replace(database.name(), "no_such_database");
        Cli.Result result = Cli.run("status", "--url", url);
        assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err()).contains("no_such_database", "does not exist").hasLineCount(1);
    }

    @Test
    void noSuchUser() {
        Cli.Result result = Cli.run("status", "--url", Cli.url(database.as("no_such_user", "hunter2")));
        assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err()).contains("no_such_user").hasLineCount(1);
        assertThat(result.all()).doesNotContain("hunter2");
    }

    @Test
    void aWrongPasswordFailsAtOnce() {
        try (TestRole role = server.freshRole()) {
            TestDatabase wrong = database.as(role.name(), "hunter2");
            assumeTrue(isRefused(wrong), "this server asks for no passwords");
            long start = System.nanoTime();
            Cli.Result result = Cli.run("status", "--url", Cli.url(wrong));
            assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
            assertThat(result.err()).contains("password authentication failed").hasLineCount(1);
            assertThat(result.all()).doesNotContain("hunter2", role.password());
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void aMissingPrivilegeIsNamed() {
        database.execute("CREATE TABLE secrets (id integer PRIMARY KEY); INSERT INTO secrets VALUES (1)");
        try (TestRole role = server.freshRole()) {
            Cli.Result result = Cli.run(Cli.on(database.as(role), "capture", "--label", "x"));
            assertThat(result.code()).as(result.all()).isEqualTo(ExitCodes.FAILED);
            assertThat(result.err())
                    .contains("lacks CREATE on database", role.name())
                    .doesNotContain("Exception");
            assertThat(result.all()).doesNotContain(role.password());
        }
    }

    @Test
    void noSuchSchema() {
        Cli.Result result = Cli.run(Cli.on(database, "capture", "--label", "x", "--schema", "ghosts"));
        assertThat(result.code()).as(result.all()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(result.err()).contains("ghosts");
    }

    private static boolean isRefused(TestDatabase database) {
        try {
            database.connection().close();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
