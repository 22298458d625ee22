// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo scripts and down sections run where there are some, and nothing depends on their being right. */
abstract class UndoScriptContract {
    @TempDir
    Path folder;

    TestDatabase database;
    private Migrations migrations;
    private FlywayRollback rollback;

    abstract TestServer server();

    @BeforeEach
    void before() {
        database = server().freshDatabase();
        migrations = new Migrations(database, folder).script("V1__people.sql", """
                        CREATE TABLE people (id int PRIMARY KEY, name varchar(50) NOT NULL, email varchar(50));
                        INSERT INTO people VALUES (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x');
                        """);
        rollback = migrations
                .builder()
                .captureEachMigration(true)
                .options(RevertOptions.builder().allowDataLoss(true).build())
                .rollback(b -> b.backupSchema(backups()))
                .build();
        rollback.flyway().migrate();
    }

    @AfterEach
    void after() {
        database.close();
    }

    /** A schema of its own for each test, also where schemas are databases. */
    String backups() {
        return "undo_" + database.name();
    }

    private void migrate() {
        rollback.flyway().migrate();
    }

    private List<List<String>> people() {
        return database.query("SELECT * FROM people ORDER BY id");
    }

    private List<List<String>> scripts() {
        return database.query("SELECT description, success FROM " + backups()
                + ".rollback_undo_script WHERE version <> '0' ORDER BY installed_rank");
    }

    private void renamed() {
        migrations.script("V2__mail.sql", """
                ALTER TABLE people ADD COLUMN mail varchar(50);
                UPDATE people SET mail = email;
                ALTER TABLE people DROP COLUMN email;
                """);
    }

    @Test
    void aScriptBringsValuesThatWereWrittenSinceAndThePlanCompletesIt() {
        renamed();
        migrations.script("U2__mail.sql", """
                ALTER TABLE people ADD COLUMN email varchar(50);
                UPDATE people SET email = mail;
                """);
        migrate();
        database.execute("UPDATE people SET mail = 'new@x' WHERE id = 1");
        database.execute("INSERT INTO people VALUES (3, 'Cid', 'cid@x')");

        RollbackPlan plan = rollback.planUndoLast();
        assertThat(plan.toText()).contains("First the undo scripts run: U2__mail.sql");
        RollbackReport report = rollback.revert(plan);

        assertThat(report.isProven()).isTrue();
        assertThat(people())
                .containsExactly(
                        List.of("1", "Ann", "new@x"), List.of("2", "Bob", "bob@x"), List.of("3", "Cid", "cid@x"));
        assertThat(Migrations.states(rollback.flyway())).containsExactly("1 Success", "2 Deleted", "2 Pending");
        rollback.flyway().migrate();
        rollback.flyway().validate();
    }

    @Test
    void downSectionsRunTheLastOneFirstAndValuesTheyForgetComeBack() {
        migrations.script("V2__age.sql", """
                        ALTER TABLE people ADD COLUMN age int;
                        -- DOWN
                        -- ALTER TABLE people DROP COLUMN age;
                        """).script("V3__no_mail.sql", """
                        ALTER TABLE people DROP COLUMN email;
                        -- +goose Down
                        -- ALTER TABLE people ADD COLUMN email varchar(50);
                        """);
        migrate();
        database.execute("INSERT INTO people (id, name) VALUES (3, 'Cid')");

        assertThat(rollback.to("1").isProven()).isTrue();

        assertThat(people())
                .containsExactly(
                        List.of("1", "Ann", "ann@x"), List.of("2", "Bob", "bob@x"), Arrays.asList("3", "Cid", null));
        assertThat(scripts()).extracting(r -> r.get(0)).containsExactly("V3 no mail", "V2 age");
        rollback.flyway().migrate();
        rollback.flyway().validate();
    }

    @Test
    void aDefaultOfTheScriptIsNoValue() {
        migrations.script("V2__no_mail.sql", "ALTER TABLE people DROP COLUMN email;");
        migrations.script("U2__no_mail.sql", "ALTER TABLE people ADD COLUMN email varchar(50) DEFAULT 'unknown';");
        migrate();

        assertThat(rollback.undoLast().isProven()).isTrue();

        assertThat(people()).containsExactly(List.of("1", "Ann", "ann@x"), List.of("2", "Bob", "bob@x"));
        assertThat(scripts()).hasSize(1);
    }

    @Test
    void valuesOfATypeWithoutEqualityComeBack() {
        migrations.script("V2__extra.sql", """
                ALTER TABLE people ADD COLUMN extra json;
                UPDATE people SET extra = '{}';
                """).script("V3__no_extra.sql", "ALTER TABLE people DROP COLUMN extra;");
        migrations.script("U3__no_extra.sql", "ALTER TABLE people ADD COLUMN extra json;");
        migrate();

        assertThat(rollback.undoLast().isProven()).isTrue();

        assertThat(database.query("SELECT extra FROM people")).containsExactly(List.of("{}"), List.of("{}"));
        assertThat(scripts()).hasSize(1);
    }

    @Test
    void withOneRowTheDerivedPlanDoesAllOfIt() {
        database.execute("DELETE FROM people WHERE id = 2");
        migrations.script("V2__no_mail.sql", "ALTER TABLE people DROP COLUMN email;");
        migrations.script("U2__no_mail.sql", "ALTER TABLE people ADD COLUMN email varchar(50) DEFAULT 'unknown';");
        migrate();

        RollbackPlan plan = rollback.planUndoLast();
        assertThat(plan.toText()).doesNotContain("undo scripts");
        assertThat(rollback.revert(plan).isProven()).isTrue();

        assertThat(people()).containsExactly(List.of("1", "Ann", "ann@x"));
    }

    @Test
    void aScriptThatFailsIsNoHindrance() {
        renamed();
        migrations.script(
                "U2__mail.sql", "ALTER TABLE people ADD COLUMN email varchar(50); ALTER TABLE nobody ADD x int;");
        migrate();

        assertThat(rollback.undoLast().isProven()).isTrue();

        assertThat(people()).containsExactly(List.of("1", "Ann", "ann@x"), List.of("2", "Bob", "bob@x"));
        rollback.flyway().migrate();
        assertThat(rollback.undoLast().isProven()).isTrue();
    }

    @Test
    void aScriptRunsOnlyWithTheCallersWord() {
        renamed();
        migrations.script("U2__mail.sql", "DELETE FROM people;");
        migrate();
        RollbackPlan plan = rollback.planUndoLast();
        assertThatThrownBy(() -> rollback.revert(plan, RevertOptions.defaults()))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("U2__mail.sql")
                .hasMessageContaining("undoScripts(false)");
        assertThat(people()).hasSize(2);
        FlywayRollback without = migrations
                .builder()
                .undoScripts(false)
                .rollback(b -> b.backupSchema(backups()))
                .build();
        assertThat(without.planUndoLast().toText()).doesNotContain("undo scripts");
    }
}
