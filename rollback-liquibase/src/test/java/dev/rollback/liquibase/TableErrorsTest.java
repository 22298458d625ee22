// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static dev.rollback.liquibase.Changelog.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken back says why, and what there is instead; nothing is changed. */
class TableErrorsTest {
    private static final String A = set("1", "CREATE TABLE a (id int);");
    private static final String B = set("2", "CREATE TABLE b (id int);");
    private static final String C = set("3", "CREATE TABLE c (id int);");

    @TempDir
    Path folder;

    private TestDatabase database;
    private Changelog changelog;
    private LiquibaseRollback rollback;

    @BeforeEach
    void before() throws Exception {
        database = TestPostgres.shared().freshDatabase();
        changelog = new Changelog(database, folder).of(A, B, C);
        rollback = changelog.builder().captureEachChangeSet(true).build();
    }

    @AfterEach
    void after() {
        database.close();
    }

    private List<List<String>> tables() {
        return database.query(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^.$' ORDER BY 1");
    }

    @Test
    void targetsThatAreUnknown() throws Exception {
        rollback.update();
        rollback.run(liquibase -> liquibase.tag("v3"));
        assertThatThrownBy(() -> rollback.planToTag("v9"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no tag 'v9'")
                .hasMessageContaining("It has the tags v3");
        assertThatThrownBy(() -> rollback.planToTag("v3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nothing to take back");
        assertThatThrownBy(() -> rollback.planToChangeSet("9"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'9' has not run")
                .hasMessageContaining("db.sql::3::ann");
        assertThatThrownBy(() -> rollback.planToDate(LocalDateTime.of(2001, 1, 1, 0, 0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("No change set")
                .hasMessageContaining("toEmpty()");
        assertThatThrownBy(() -> rollback.planToDate(LocalDateTime.of(2999, 1, 1, 0, 0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nothing to take back");
        assertThatThrownBy(() -> rollback.planBack(4))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("4 change sets are to be taken back")
                .hasMessageContaining("databasechangelog has 3");
        assertThatThrownBy(() -> rollback.planBack(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anIdOfSeveralChangeSetsIsNamedWhole() throws Exception {
        changelog.of(A, "--changeset bob:1\nCREATE TABLE d (id int);", B);
        rollback.update();
        assertThatThrownBy(() -> rollback.planToChangeSet("1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("db.sql::1::ann, db.sql::1::bob");
        assertThat(rollback.revert(rollback.planToChangeSet("db.sql::1::bob")).isProven())
                .isTrue();
        assertThat(tables()).containsExactly(List.of("a"), List.of("d"));
    }

    @Test
    void aBackupThatIsMissing() throws Exception {
        LiquibaseRollback once = changelog.builder().build();
        once.update();
        assertThatThrownBy(() -> once.planToChangeSet("2"))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("no backup of the state right after the change set db.sql::2::ann")
                .hasMessageContaining("before every change set, before db.sql::1::ann");
        once.rollback().prune(0);
        assertThatThrownBy(once::planToEmpty)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("There are no backups of these change sets");
    }

    @Test
    void aTableThatIsMissingOrLacksColumns() throws Exception {
        rollback.update();
        database.execute("ALTER TABLE databasechangelog RENAME COLUMN md5sum TO md5");
        assertThatThrownBy(() -> rollback.planBack(1))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("public.databasechangelog lacks columns");
        database.execute("DROP TABLE databasechangelog");
        assertThatThrownBy(() -> rollback.planBack(1))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("no table public.databasechangelog");
        assertThat(tables()).hasSize(3);
    }

    @Test
    void rowsThatWereEditedByHand() throws Exception {
        rollback.update();
        RollbackPlan plan = rollback.planBack(1);
        database.execute("DELETE FROM databasechangelog WHERE id = '2'");
        assertThatThrownBy(() -> rollback.revert(plan))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("public.databasechangelog is not the one that the plan was made for");
        assertThat(rollback.lock()).isEmpty();
        assertThatThrownBy(() -> rollback.planTo(rollback.restorePoints().get(0)))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("edited by hand")
                .hasMessageContaining("the row of db.sql::2::ann is gone");
        database.execute("UPDATE databasechangelog SET orderexecuted = 1");
        assertThatThrownBy(() -> rollback.planBack(1))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("ORDEREXECUTED 1 stands there twice");
        assertThat(tables()).hasSize(3);
    }

    @Test
    void changeSetsOfAnotherFileAreTakenBackOnRequestOnly() throws Exception {
        changelog.of(A);
        rollback.update();
        changelog.of(A, B);
        rollback.update();
        changelog.file("other.sql", set("x", "CREATE TABLE x (id int);"));
        LiquibaseRollback other = LiquibaseRollback.builder(database.dataSource(), "other.sql")
                .resources(new DirectoryResourceAccessor(folder))
                .build();
        other.update();
        assertThatThrownBy(() -> rollback.planToChangeSet("1"))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("other.sql::x::ann has run since, and db.sql does not have it")
                .hasMessageContaining("takeBackUnknown(true)");
        LiquibaseRollback all = changelog.builder().takeBackUnknown(true).build();
        assertThat(all.revert(all.planToChangeSet("1")).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        other.update();
        rollback.update();
        assertThat(tables()).containsExactly(List.of("a"), List.of("b"), List.of("x"));
    }

    @Test
    void namesAndSchemaOfTheirOwn() throws Exception {
        database.execute("CREATE SCHEMA tools");
        LiquibaseRollback named = changelog
                .builder()
                .database(names -> {
                    names.setLiquibaseSchemaName("tools");
                    names.setDatabaseChangeLogTableName("MyLog");
                    names.setDatabaseChangeLogLockTableName("MyLock");
                })
                .captureEachChangeSet(true)
                .build();
        named.update();
        assertThat(named.revert(named.planBack(2)).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        assertThat(database.query("SELECT id FROM tools.MyLog")).containsExactly(List.of("1"));
        named.update();
        assertThat(tables()).hasSize(3);
    }

    @Test
    void changeSetsThatAlwaysRunAreSetBack() throws Exception {
        String always = "--changeset ann:always runAlways:true\nINSERT INTO a VALUES (1);";
        changelog.of(A, always);
        LiquibaseRollback once = changelog.builder().build();
        once.update();
        changelog.of(A, always, B);
        once.update();
        assertThat(database.query("SELECT count(*) FROM a")).containsExactly(List.of("2"));
        assertThatThrownBy(() -> once.planBack(1))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("no backup of the state");
        assertThat(database.query("SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly(List.of("1", "EXECUTED"), List.of("always", "RERAN"), List.of("2", "EXECUTED"));
        assertThat(once.revert(once.planUndoLastUpdate()).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        assertThat(database.query("SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly(List.of("1", "EXECUTED"), List.of("always", "EXECUTED"));
    }

    @Test
    void aLockThatIsStuckIsReportedWithItsOwner() throws Exception {
        rollback.update();
        RollbackPlan plan = rollback.planBack(1);
        database.execute("""
                UPDATE databasechangeloglock SET locked = true, lockedby = 'node-7 (10.0.0.7)', lockgranted = '2026-01-02 03:04:05'
                """);
        assertThat(rollback.lock())
                .hasValueSatisfying(l -> assertThat(l.owner()).isEqualTo("node-7 (10.0.0.7)"));
        assertThatThrownBy(() -> rollback.revert(plan))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("public.databasechangeloglock is locked by node-7 (10.0.0.7) since 2026-01-0")
                .hasMessageContaining("release-locks");
        changelog.of(A, B, C, set("4", "CREATE TABLE d (id int);"));
        Scope.child(
                Map.of(GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getKey(), 0L),
                () -> assertThatThrownBy(rollback::update)
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageContaining("locked by node-7"));
        assertThat(tables()).hasSize(3);
        database.execute("UPDATE databasechangeloglock SET locked = false, lockedby = NULL, lockgranted = NULL");
        assertThat(rollback.revert(plan).isProven()).isTrue();
    }

    @Test
    void anUpdateThatWasKilledIsTakenBack() throws Exception {
        changelog.of(A);
        rollback.update();
        changelog.of(A, B);
        LiquibaseRollback left = changelog.builder().undoFailures(false).build();
        changelog.of(
                A, "--changeset ann:2 runInTransaction:false splitStatements:true\nCREATE TABLE b (id int);\nfail;");
        assertThatThrownBy(left::update).hasMessageContaining("fail");
        assertThat(tables()).containsExactly(List.of("a"), List.of("b"));
        RollbackPlan plan = left.planUndoFailed();
        assertThat(left.revert(plan, LiquibaseContract.ACCEPTING).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }
}
