// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static dev.rollback.liquibase.Changelog.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RollbackRefusedException;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestH2;
import dev.rollback.testservers.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.lockservice.StandardLockService;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All the ways in which changelogs are written. */
class ChangelogKindsTest {
    private static final String A = set("1", "CREATE TABLE a (id int PRIMARY KEY);");

    @TempDir
    Path folder;

    private TestDatabase database;
    private Changelog changelog;

    @BeforeEach
    void before() {
        database = TestH2.shared().freshDatabase();
        changelog = new Changelog(database, folder).of(A);
    }

    @AfterEach
    void after() {
        database.close();
    }

    private List<List<String>> tables() {
        return database.query("""
                SELECT lower(table_name) FROM information_schema.tables
                WHERE lower(table_schema) = 'public' AND lower(table_name) NOT LIKE 'databasechangelog%' ORDER BY 1
                """);
    }

    private List<List<String>> ran() {
        return database.query("SELECT ID, EXECTYPE FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED");
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private static String xml(String inner) {
        return """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                %s
                </databaseChangeLog>
                """.formatted(inner);
    }

    private LiquibaseRollback.Builder of(String name) throws IOException {
        return LiquibaseRollback.builder(database.dataSource(), name)
                .resources(new DirectoryResourceAccessor(folder))
                .captureEachChangeSet(true)
                .options(LiquibaseContract.ACCEPTING);
    }

    /** Back by one and on again, as long as something is left. */
    private void thereAndBackAgain(LiquibaseRollback rollback) throws Exception {
        rollback.update();
        List<List<String>> ran = ran();
        List<List<String>> tables = tables();
        for (int n = 1; n < ran.size(); n++) {
            assertThat(rollback.revert(rollback.planBack(n)).isProven()).isTrue();
            assertThat(ran()).isEqualTo(ran.subList(0, ran.size() - n));
            rollback.update();
            assertThat(ran()).isEqualTo(ran);
            assertThat(tables()).isEqualTo(tables);
        }
        assertThat(rollback.revert(rollback.planToEmpty()).isProven()).isTrue();
        assertThat(tables()).isEmpty();
    }

    @Test
    void filesOfEveryKindInAFolder() throws Exception {
        file("all/1.sql", "--liquibase formatted sql\n" + A);
        file("all/2.xml", xml("<changeSet id='2' author='ann'><sql>CREATE TABLE b (id int)</sql></changeSet>"));
        file("all/3.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 3
                      author: ann
                      changes:
                        - createTable:
                            tableName: c
                            columns:
                              - column: {name: id, type: int}
                """);
        file("root.xml", xml("<includeAll path='all' relativeToChangelogFile='true'/>"));
        thereAndBackAgain(of("root.xml").build());
    }

    @Test
    void filesThatGoByAnotherName() throws Exception {
        file("one.sql", "--liquibase formatted sql logicalFilePath:old/path.sql\n" + A);
        file("two.xml", xml("""
                <changeSet id='2' author='ann' logicalFilePath='other/name.xml'><sql>CREATE TABLE b (id int)</sql></changeSet>
                """));
        file("root.xml", xml("<include file='one.sql'/><include file='two.xml'/>"));
        thereAndBackAgain(of("root.xml").build());
    }

    @Test
    void contextsAndLabels() throws Exception {
        changelog.of(
                A,
                "--changeset ann:2 context:test\nCREATE TABLE b (id int);",
                "--changeset ann:3 labels:later\nCREATE TABLE c (id int);",
                set("4", "CREATE TABLE d (id int);"));
        LiquibaseRollback rollback = of(Changelog.FILE).build();
        rollback.run(
                liquibase -> liquibase.update(new liquibase.Contexts("prod"), new liquibase.LabelExpression("!later")));
        assertThat(tables()).containsExactly(List.of("a"), List.of("d"));
        assertThat(rollback.revert(rollback.planToChangeSet("1")).isProven()).isTrue();
        rollback.update();
        assertThat(tables()).hasSize(4);
        assertThat(rollback.revert(rollback.planBack(3)).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void whatAPreconditionMarkedAsRun() throws Exception {
        changelog.of(A, """
                --changeset ann:2
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM a
                CREATE TABLE b (id int);
                """, set("3", "CREATE TABLE c (id int);"));
        LiquibaseRollback rollback = of(Changelog.FILE).build();
        rollback.update();
        assertThat(ran()).containsExactly(List.of("1", "EXECUTED"), List.of("2", "MARK_RAN"), List.of("3", "EXECUTED"));
        assertThat(rollback.revert(rollback.planToChangeSet("1")).isProven()).isTrue();
        database.execute("INSERT INTO a VALUES (1)");
        rollback.update();
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aChangeInJava() throws Exception {
        file("root.xml", xml("""
                <changeSet id='1' author='ann'><sql>CREATE TABLE a (id int)</sql></changeSet>
                <changeSet id='2' author='ann'><customChange class='%s'/></changeSet>
                """.formatted(JavaChanges.Made.class.getName())));
        thereAndBackAgain(of("root.xml").build());
    }

    @Test
    void aChangeInJavaThatLacksAClassIsTakenBackToo() throws Exception {
        file("root.xml", xml("""
                <changeSet id='1' author='ann'><sql>CREATE TABLE a (id int)</sql></changeSet>
                <changeSet id='2' author='ann'><sql>CREATE TABLE b (id int)</sql><customChange class='%s'/></changeSet>
                """.formatted(JavaChanges.Lacking.class.getName())));
        LiquibaseRollback rollback = of("root.xml").build();
        assertThatThrownBy(rollback::update).hasStackTraceContaining("org/example/Gone");
        assertThat(tables()).containsExactly(List.of("a"));
        file("root.xml", xml("""
                <changeSet id='1' author='ann'><sql>CREATE TABLE a (id int)</sql></changeSet>
                <changeSet id='2' author='ann'><sql>CREATE TABLE b (id int)</sql></changeSet>
                """));
        rollback.update();
        assertThat(tables()).hasSize(2);
    }

    @Test
    void anIndexThatIsMadeOutsideATransaction() throws Exception {
        try (TestDatabase postgres = TestPostgres.shared().freshDatabase()) {
            Changelog indexed = new Changelog(postgres, folder)
                    .of(A, "--changeset ann:2 runInTransaction:false\nCREATE INDEX CONCURRENTLY a_i ON a (id);");
            LiquibaseRollback rollback =
                    indexed.builder().captureEachChangeSet(true).build();
            rollback.update();
            assertThat(rollback.revert(rollback.planBack(1)).isProven()).isTrue();
            assertThat(postgres.query("SELECT 1 FROM pg_indexes WHERE indexname = 'a_i'"))
                    .isEmpty();
            rollback.update();
            indexed.of(
                    A,
                    "--changeset ann:2 runInTransaction:false\nCREATE INDEX CONCURRENTLY a_i ON a (id);",
                    "--changeset ann:3 runInTransaction:false\nCREATE INDEX CONCURRENTLY a_j ON a (id);\nfail;");
            assertThatThrownBy(rollback::update).isInstanceOf(LiquibaseException.class);
            assertThat(postgres.query("SELECT indexname FROM pg_indexes WHERE indexname ~ '^a_.$'"))
                    .containsExactly(List.of("a_i"));
        }
    }

    @Test
    void aFailureThatTheChangelogPermitsIsNoFailure() throws Exception {
        changelog.of(
                A,
                "--changeset ann:2 failOnError:false\nALTER TABLE nobody ADD b int;",
                set("3", "CREATE TABLE c (id int);"));
        LiquibaseRollback rollback = of(Changelog.FILE).build();
        rollback.update();
        assertThat(tables()).containsExactly(List.of("a"), List.of("c"));
        assertThat(rollback.revert(rollback.planToChangeSet("1")).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void aLiquibaseThatTheHostHasMade() throws Exception {
        LiquibaseRollback rollback =
                of(Changelog.FILE).captureEachChangeSet(false).build();
        try (Liquibase own = changelog.liquibase()) {
            rollback.run(own, l -> l.update(""));
        }
        changelog.of(A, set("2", "CREATE TABLE b (id int);\nALTER TABLE nobody ADD b int;"));
        try (Liquibase own = changelog.liquibase()) {
            assertThatThrownBy(() -> rollback.run(own, l -> l.update(""))).hasMessageContaining("nobody");
        }
        assertThat(tables()).containsExactly(List.of("a"));
        changelog.of(A, set("2", "CREATE TABLE b (id int);"));
        try (Liquibase own = changelog.liquibase()) {
            rollback.run(own, l -> l.update(""));
        }
        assertThat(rollback.rollback().isMarked(rollback.restorePoints().get(0).label()))
                .isTrue();
        assertThat(rollback.revert(rollback.planUndoLastUpdate()).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void aFailureThatCannotBeTakenBackIsToldBesideLiquibasesOwn() throws Exception {
        LiquibaseRollback rollback = of(Changelog.FILE)
                .rollback(b -> b.gate((plan, options) -> java.util.Optional.of("nobody is on duty")))
                .build();
        rollback.update();
        changelog.of(A, set("2", "CREATE TABLE b (id int);\nALTER TABLE nobody ADD b int;"));
        assertThatThrownBy(rollback::update)
                .isInstanceOf(LiquibaseException.class)
                .hasMessageContaining("nobody")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(why -> assertThat(why)
                                .isInstanceOf(RollbackRefusedException.class)
                                .hasMessageContaining("nobody is on duty")));
        assertThat(tables()).containsExactly(List.of("a"), List.of("b"));
        assertThat(rollback.lock()).isEmpty();
        LiquibaseRollback open = of(Changelog.FILE).build();
        assertThat(open.revert(open.planUndoFailed()).isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void rowsThatWerePutInByHand() throws Exception {
        changelog.of(A, set("2", "CREATE TABLE b (id int);"), set("3", "CREATE TABLE c (id int);"));
        LiquibaseRollback rollback = of(Changelog.FILE).build();
        rollback.update();
        database.execute("UPDATE DATABASECHANGELOG SET MD5SUM = '9:0' WHERE ID = '3'");
        assertThat(rollback.revert(rollback.planBack(1)).isProven()).isTrue();
        rollback.update();
        String copy = """
                INSERT INTO DATABASECHANGELOG SELECT 'x', AUTHOR, FILENAME, DATEEXECUTED, %s, EXECTYPE, MD5SUM, DESCRIPTION,
                    COMMENTS, TAG, LIQUIBASE, CONTEXTS, LABELS, DEPLOYMENT_ID FROM DATABASECHANGELOG WHERE ID = '3';
                """;
        database.execute(copy.formatted("99"));
        assertThatThrownBy(() -> rollback.planBack(2))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("db.sql::x::ann has run since, and db.sql does not have it");
        database.execute("UPDATE DATABASECHANGELOG SET ORDEREXECUTED = 0 WHERE ID = 'x'");
        assertThatThrownBy(() -> rollback.planTo(rollback.restorePoints().get(0)))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("the row of db.sql::x::ann was put in or moved");
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aLockWhoseConnectionIsGoneIsReleasedAllTheSame() throws Exception {
        try (TestDatabase postgres = TestPostgres.shared().freshDatabase()) {
            Changelog own = new Changelog(postgres, folder).of(A, set("2", "CREATE TABLE b (id int);"));
            LiquibaseRollback rollback = own.builder()
                    .captureEachChangeSet(true)
                    .rollback(b -> b.gate((plan, options) -> {
                        postgres.query("""
                                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                                WHERE datname = current_database() AND query ILIKE '%databasechangeloglock%'
                                    AND pid <> pg_backend_pid()
                                """);
                        return java.util.Optional.empty();
                    }))
                    .build();
            rollback.update();
            assertThat(rollback.revert(rollback.planBack(1)).isProven()).isTrue();
            assertThat(rollback.lock()).isEmpty();
            rollback.update();
        }
    }

    /** Such as Keycloak's. */
    @Test
    void aLockOfAnExtensionThatIsNoTable() throws Exception {
        List<String> calls = ElsewhereLock.CALLS;
        LockServiceFactory.getInstance().register(new ElsewhereLock());
        try {
            LiquibaseRollback rollback = of(Changelog.FILE).build();
            rollback.update();
            assertThat(rollback.lock()).isEmpty();
            calls.clear();
            LockServiceFactory.getInstance().register(new ElsewhereLock()); // an update forgets it
            assertThat(rollback.revert(rollback.planToEmpty()).isProven()).isTrue();
            assertThat(calls).containsExactly("wait", "release");
            assertThat(tables()).isEmpty();
            assertThat(database.query(
                            "SELECT 1 FROM information_schema.tables WHERE table_name ILIKE '%changeloglock'"))
                    .isEmpty();
        } finally {
            LockServiceFactory.reset();
        }
    }

    /** Made by Liquibase, one for each database. */
    public static final class ElsewhereLock extends StandardLockService {
        static final List<String> CALLS = new ArrayList<>();

        @Override
        public int getPriority() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void init() {}

        @Override
        public boolean hasChangeLogLock() {
            return true;
        }

        @Override
        public void waitForLock() {
            CALLS.add("wait");
        }

        @Override
        public void releaseLock() {
            CALLS.add("release");
        }
    }
}
