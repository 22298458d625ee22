// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the schema is the one that a release expects; asking changes nothing. */
@Tag("versions")
class ReadinessTest {
    private static final String A = Changelog.set("1", "CREATE TABLE a (id int);");
    private static final String B = Changelog.set("2", "CREATE TABLE b (id int);");

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    @AfterEach
    void after() {
        database.close();
    }

    private LiquibaseRollback release(String... changeSets) throws Exception {
        return new Changelog(database, folder).of(changeSets).builder().build();
    }

    @Test
    void beforeAndAfterAnUpdateAndARollback() throws Exception {
        LiquibaseRollback rollback = release(A);
        assertThat(rollback.readiness().reasons())
                .singleElement()
                .asString()
                .contains("There is no table", "Liquibase has not run here");
        assertThat(database.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'"))
                .isEmpty();
        rollback.update();
        assertThat(rollback.readiness().isReady()).isTrue();

        rollback = release(A, B);
        assertThat(rollback.readiness().reasons()).containsExactly("The change set db.sql::2::ann is pending.");
        rollback.update();
        assertThat(rollback.readiness().isReady()).isTrue();
        assertThat(release(A).readiness().reasons())
                .containsExactly(
                        "The change set db.sql::2::ann has run, and this release's changelog does not have it.");

        rollback = release(A, B);
        assertThat(rollback.revert(rollback.planUndoLastUpdate()).isProven()).isTrue();
        assertThat(rollback.readiness().reasons()).containsExactly("The change set db.sql::2::ann is pending.");
        assertThat(release(A).readiness().isReady()).isTrue();
    }

    @Test
    void whatDoesNotRunHereIsNotMissed() throws Exception {
        LiquibaseRollback rollback = release(
                A,
                "--changeset ann:2 dbms:mysql\nCREATE TABLE b (id int);",
                "--changeset ann:3 context:demo\nCREATE TABLE c (id int);",
                "--changeset ann:4 labels:later\nCREATE TABLE d (id int);",
                "--changeset ann:5 runAlways:true\nSELECT 1;");
        Contexts production = new Contexts("production");
        LabelExpression labels = new LabelExpression("!later");
        rollback.run(liquibase -> liquibase.update(production, labels));
        assertThat(rollback.readiness(production, labels).reasons()).isEmpty();
        assertThat(rollback.readiness().reasons())
                .containsExactly(
                        "The change set db.sql::3::ann is pending.", "The change set db.sql::4::ann is pending.");
    }

    @Test
    void whatWasEditedSince() throws Exception {
        release(A, "--changeset ann:2 runOnChange:true\nCREATE VIEW v AS SELECT 1 AS n;")
                .update();
        LiquibaseRollback rollback = release(
                A.replace("int", "bigint"),
                "--changeset ann:2 runOnChange:true\nCREATE OR REPLACE VIEW v AS SELECT 2 AS n;");
        assertThat(rollback.readiness().reasons())
                .containsExactly(
                        "The change set db.sql::1::ann was edited after it had run.",
                        "The change set db.sql::2::ann was edited after it had run, and is pending again.");
        assertThat(database.query("SELECT n FROM v")).containsExactly(List.of("1"));
    }

    @Test
    void whileSomebodyMigrates() throws Exception {
        LiquibaseRollback rollback = release(A);
        rollback.update();
        Changelog changelog = new Changelog(database, folder);
        try (liquibase.Liquibase other = changelog.liquibase()) {
            LockService lock = LockServiceFactory.getInstance().getLockService(other.getDatabase());
            lock.waitForLock();
            assertThat(rollback.readiness().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("Liquibase's lock is ");
            lock.releaseLock();
        }
        assertThat(rollback.readiness().isReady()).isTrue();
    }
}
