// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static dev.rollback.liquibase.Changelog.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import dev.rollback.RevertOptions;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.StepKind;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every product. */
abstract class LiquibaseContract {
    static final RevertOptions ACCEPTING =
            RevertOptions.builder().allowDataLoss(true).build();
    static final String PEOPLE = set("1", """
            CREATE TABLE people (id int PRIMARY KEY, name varchar(50) NOT NULL, email varchar(50));
            INSERT INTO people VALUES (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x');
            """);
    static final String NO_MAIL = set("2", "ALTER TABLE people DROP COLUMN email;");
    static final String HOUSES = set("3", "CREATE TABLE houses (id int PRIMARY KEY);");
    static final String AGE = set("4", "ALTER TABLE people ADD age int;");

    @TempDir
    Path folder;

    TestDatabase database;
    Changelog changelog;

    abstract TestServer server();

    /** The dump of a database without Liquibase's tables and without ours. */
    abstract String dump();

    @BeforeEach
    void before() {
        database = server().freshDatabase();
        changelog = new Changelog(database, folder).of(PEOPLE);
    }

    @AfterEach
    void after() {
        database.close();
    }

    /** A schema of its own for each test, also where schemas are databases. */
    String backups() {
        return "of_" + database.name();
    }

    LiquibaseRollback.Builder builder() throws IOException {
        return changelog.builder().rollback(b -> b.backupSchema(backups())).options(ACCEPTING);
    }

    /** Liquibase's table, as the product writes its name. */
    String table() {
        return "DATABASECHANGELOG";
    }

    List<List<String>> ran() {
        return database.query("SELECT ID FROM " + table() + " ORDER BY ORDEREXECUTED");
    }

    List<List<String>> people() {
        return database.query("SELECT id, name, email FROM people ORDER BY id");
    }

    @Test
    void theLastUpdateIsTakenBackAndPendingAgain() throws Exception {
        LiquibaseRollback rollback = builder().build();
        rollback.update();
        String before = dump();
        changelog.of(PEOPLE, NO_MAIL, HOUSES);
        rollback.update();
        database.execute("INSERT INTO people (id, name) VALUES (3, 'Cid')");
        assertThat(changelog.pending()).isEmpty();

        RollbackReport report = rollback.revert(rollback.planUndoLastUpdate());

        assertThat(report.isProven()).isTrue();
        assertThat(dump()).isEqualTo(before);
        assertThat(people())
                .containsExactly(List.of("1", "Ann", "ann@x"), List.of("2", "Bob", "bob@x"), row("3", "Cid", null));
        assertThat(changelog.pending()).containsExactly("2", "3");
        assertThat(ran()).containsExactly(row("1"));
        assertThat(rollback.lock()).isEmpty();
        rollback.update();
        assertThat(ran()).containsExactly(row("1"), row("2"), row("3"));
        assertThat(changelog.pending()).isEmpty();
        assertThat(rollback.revert(rollback.planUndoLastUpdate()).isProven()).isTrue();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void theJournalKeepsTheRowsThatAreTakenOut() throws Exception {
        LiquibaseRollback rollback = builder().build();
        rollback.update();
        changelog.of(PEOPLE, set("it's\\2", "ALTER TABLE people DROP COLUMN email;"));
        rollback.update();
        String sum = String.valueOf(database.query("SELECT MD5SUM FROM " + table() + " WHERE ORDEREXECUTED = 2")
                .get(0)
                .get(0));

        RollbackReport report = rollback.revert(rollback.planUndoLastUpdate());

        assertThat(ran()).containsExactly(row("1"));
        assertThat(report.steps())
                .filteredOn(s -> s.step().kind() == StepKind.RECORD)
                .singleElement()
                .satisfies(s -> assertThat(s.step().toString()).contains("it's\\2", sum));
        assertThat(database.query("SELECT summary FROM " + backups() + ".rollback_step WHERE summary LIKE '%MD5SUM%'")
                        .toString())
                .contains("db.sql::it's\\2::ann", sum, "DATEEXECUTED");
    }

    @Test
    void aFailedUpdateHealsItself() throws Exception {
        LiquibaseRollback rollback = builder().build();
        rollback.update();
        String before = dump();
        changelog.of(PEOPLE, AGE, set("5", """
                ALTER TABLE people ADD height int;
                ALTER TABLE nobody ADD age int;
                CREATE TABLE houses (id int PRIMARY KEY);
                """));

        assertThatThrownBy(rollback::update).isInstanceOf(LiquibaseException.class);

        assertThat(dump()).isEqualTo(before);
        assertThat(changelog.pending()).containsExactly("4", "5");
        changelog.of(PEOPLE, AGE, set("5", "ALTER TABLE people ADD height int;"), HOUSES);
        rollback.update();
        assertThat(ran()).hasSize(4);
        assertThat(database.query("SELECT age, height FROM people")).hasSize(2);
    }

    @Test
    void tagCountDateAndChangeSetLeadBackToCapturedStates() throws Exception {
        LiquibaseRollback rollback = builder().captureEachChangeSet(true).build();
        rollback.update();
        rollback.run(liquibase -> liquibase.tag("v1"));
        String tagged = dump();
        changelog.of(PEOPLE, NO_MAIL, HOUSES, AGE);
        rollback.update();
        assertThat(rollback.restorePoints()).hasSize(4);

        assertThat(rollback.revert(rollback.planBack(1)).isProven()).isTrue();
        assertThat(changelog.pending()).containsExactly("4");
        assertThat(rollback.revert(rollback.planToChangeSet("2")).isProven()).isTrue();
        assertThat(changelog.pending()).containsExactly("3", "4");
        rollback.update();
        assertThat(rollback.revert(rollback.planToTag("v1")).isProven()).isTrue();
        assertThat(dump()).isEqualTo(tagged);
        assertThat(changelog.pending()).containsExactly("2", "3", "4");
        assertThat(database.query("SELECT TAG FROM " + table())).containsExactly(row("v1"));
        rollback.update();
        database.execute("UPDATE " + table() + " SET DATEEXECUTED = '2001-01-01 10:00:00' WHERE ID = '1'");
        assertThat(rollback.revert(rollback.planToDate(java.time.LocalDateTime.of(2001, 1, 1, 10, 0)))
                        .isProven())
                .isTrue();
        assertThat(changelog.pending()).containsExactly("2", "3", "4");
        assertThatThrownBy(() -> rollback.planBack(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("toEmpty()");
        assertThat(rollback.revert(rollback.planToEmpty()).isProven()).isTrue();
        assertThat(changelog.pending()).containsExactly("1", "2", "3", "4");
        rollback.update();
        assertThat(changelog.pending()).isEmpty();
    }

    @Test
    void aChangeSetThatRanAgainGetsItsRunBeforeBack() throws Exception {
        String first =
                "--changeset ann:view runOnChange:true\nCREATE OR REPLACE VIEW names AS SELECT name FROM people;";
        changelog.of(PEOPLE, first);
        LiquibaseRollback rollback = builder().build();
        rollback.update();
        String before = dump();
        List<List<String>> rows = database.query("SELECT * FROM " + table() + " ORDER BY ORDEREXECUTED");
        changelog.of(PEOPLE, first.replace("SELECT name", "SELECT name, id"), HOUSES);
        rollback.update();
        assertThat(ran()).containsExactly(row("1"), row("view"), row("3"));
        assertThat(database.query("SELECT EXECTYPE FROM " + table() + " WHERE ID = 'view'"))
                .containsExactly(row("RERAN"));

        assertThat(rollback.revert(rollback.planUndoLastUpdate()).isProven()).isTrue();

        assertThat(dump()).isEqualTo(before);
        assertThat(database.query("SELECT * FROM " + table() + " ORDER BY ORDEREXECUTED"))
                .isEqualTo(rows);
        rollback.update();
        assertThat(database.query("SELECT name, id FROM names")).hasSize(2);
    }

    @Test
    void aRunThatLostItsSessionIsResumedUnderTheLock() throws Exception {
        LiquibaseRollback rollback = builder().build();
        rollback.update();
        String before = dump();
        changelog.of(PEOPLE, NO_MAIL, HOUSES);
        rollback.update();
        LiquibaseRollback losing = builder()
                .rollback(b -> b.backupSchema(backups()).check(connection -> {
                    connection.close();
                    return Optional.empty();
                }))
                .build();
        assertThatThrownBy(() -> losing.revert(losing.planUndoLastUpdate()))
                .isInstanceOf(RollbackFailedException.class)
                .hasMessageContaining("resume 1");
        assertThat(rollback.lock()).isEmpty();

        try (Liquibase node = changelog.liquibase()) {
            LockService lock = LockServiceFactory.getInstance().getLockService(node.getDatabase());
            assertThat(lock.acquireLock()).isTrue();
            assertThatThrownBy(() -> rollback.resume("1"))
                    .isInstanceOf(RollbackRefusedException.class)
                    .hasMessageContaining("Liquibase's lock is taken");
            lock.releaseLock();
        }
        assertThat(rollback.resume("1").isProven()).isTrue();

        assertThat(dump()).isEqualTo(before);
        assertThat(ran()).containsExactly(row("1"));
        assertThat(changelog.pending()).containsExactly("2", "3");
        assertThat(rollback.lock()).isEmpty();
        assertThat(rollback.rollback().status().openRuns()).isEmpty();
    }

    static List<String> row(String... values) {
        return Arrays.asList(values);
    }
}
