// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** No connection: the sentence says why, and never a password. */
class BadInputConnectionTest {
    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestPostgres.shared().freshDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void serverDown() {
        fails(
                source("jdbc:postgresql://localhost:1/none?user=me&password=hunter2"),
                "connection is lost or cannot be made");
    }

    @Test
    void noSuchHost() {
        fails(source("jdbc:postgresql://no-such-host.invalid/none?user=me&password=hunter2"), "cannot be made");
    }

    @Test
    void noSuchDatabase() {
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        source.setDatabaseName("no_such_database");
        fails(source, "there is no such database", "no_such_database");
    }

    @Test
    void wrongPassword() {
        try (TestRole role = TestPostgres.shared().freshRole()) {
            DataSource source = database.as(role.name(), "hunter2").dataSource();
            assumeTrue(isRefused(source), "this server asks for no passwords");
            fails(source, "the server refuses the login", role.name());
        }
    }

    @Test
    void noSuchUser() {
        fails(database.as("no_such_user", "hunter2").dataSource(), "the server refuses the login", "no_such_user");
    }

    /** Goes away after the first connection. */
    @Test
    void serverLostLater() {
        TestDatabase lost = TestPostgres.shared().freshDatabase();
        Rollback rollback = Rollback.builder(lost.dataSource()).build();
        lost.close();
        RollbackFailedException failure =
                catchThrowableOfType(RollbackFailedException.class, () -> rollback.capture("before"));
        assertThat(failure).hasMessageContainingAll("capture of 'before'", "there is no such database", lost.name());
        BadInput.isClear(failure);
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    private static void fails(DataSource source, String... named) {
        RollbackFailedException failure = catchThrowableOfType(
                RollbackFailedException.class, () -> Rollback.builder(source).build());
        assertThat(failure).hasMessageContainingAll(named);
        BadInput.isClear(failure);
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain("hunter2");
    }

    private static boolean isRefused(DataSource source) {
        try {
            source.getConnection().close();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
