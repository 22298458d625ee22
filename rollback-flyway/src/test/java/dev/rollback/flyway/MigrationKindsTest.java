// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RollbackReport;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All the ways in which Flyway is used. */
class MigrationKindsTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private Migrations migrations;

    @BeforeEach
    void before() {
        database = TestPostgres.shared().freshDatabase();
        migrations =
                new Migrations(database, folder).script("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY, c text);");
    }

    @AfterEach
    void after() {
        database.close();
    }

    /** A migration in Java. */
    public static class V2__In_java extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("ALTER TABLE a DROP COLUMN c");
            }
        }
    }

    @Test
    void aJavaMigrationIsTakenBackLikeAnyOther() {
        FlywayRollback rollback = FlywayRollback.builder(migrations.flyway().javaMigrations(new V2__In_java()))
                .captureEachMigration(true)
                .options(FlywayContract.ACCEPTING)
                .build();
        rollback.flyway().migrate();
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(database.query("SELECT c FROM a")).isEmpty();
        assertThat(Migrations.states(rollback.flyway())).containsExactly("1 Success", "2 Deleted", "2 Pending");
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
        rollback.flyway().validate();
    }

    @Test
    void aRepeatableMigrationRunsAgainAfterwards() {
        FlywayRollback rollback =
                migrations.builder().options(FlywayContract.ACCEPTING).build();
        migrations.script("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;");
        rollback.flyway().migrate();
        migrations.script("V2__b.sql", "ALTER TABLE a ADD COLUMN d int;");
        migrations.script("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id, d FROM a;");
        rollback.flyway().migrate();

        assertThat(rollback.undoLast().isProven()).isTrue();

        assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'v'"))
                .containsExactly(List.of("id"));
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(2);
        assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'v'"))
                .hasSize(2);
        rollback.flyway().validate();
    }

    @Test
    void aRepeatableMigrationAloneIsTakenBackToItsRestorePoint() {
        FlywayRollback rollback = migrations.builder().build();
        migrations.script("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;");
        rollback.flyway().migrate();
        migrations.script("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id, c FROM a;");
        rollback.flyway().migrate();

        assertThat(rollback.to(rollback.restorePoints().get(0)).isProven()).isTrue();

        assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'v'"))
                .containsExactly(List.of("id"));
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    private FluentConfiguration concurrently() {
        return migrations.flyway().configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }

    @Test
    void aMigrationOutsideATransaction() {
        FlywayRollback rollback = FlywayRollback.builder(concurrently())
                .captureEachMigration(true)
                .build();
        rollback.flyway().migrate();
        migrations.script("V2__i.sql", "CREATE INDEX CONCURRENTLY a_c ON a (c);");
        rollback.flyway().migrate();
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(database.query("SELECT 1 FROM pg_indexes WHERE indexname = 'a_c'"))
                .isEmpty();
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void aMigrationOutsideATransactionThatFailsHalfWayHealsItself() {
        FlywayRollback rollback =
                FlywayRollback.builder(concurrently().mixed(true)).build();
        rollback.flyway().migrate();
        migrations.script("V2__i.sql", "CREATE INDEX CONCURRENTLY a_c ON a (c); SELECT nothing;");
        assertThatThrownBy(() -> rollback.flyway().migrate()).isInstanceOf(FlywayException.class);
        assertThat(database.query("SELECT 1 FROM pg_indexes WHERE indexname = 'a_c'"))
                .isEmpty();
        migrations.script("V2__i.sql", "CREATE INDEX CONCURRENTLY a_c ON a (c);");
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void aGroupIsCapturedOnceAndTakenBackAsOne() {
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);").script("V3__c.sql", "ALTER TABLE a DROP COLUMN c;");
        FlywayRollback rollback = FlywayRollback.builder(migrations.flyway().group(true))
                .captureEachMigration(true)
                .build();
        rollback.flyway().migrate();
        assertThat(rollback.restorePoints()).hasSize(1);
        assertThat(rollback.toEmpty().isProven()).isTrue();
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(3);
    }

    @Test
    void aHistoryTableOfAnotherNameInASchemaOfItsOwn() {
        FluentConfiguration configuration = migrations
                .flyway()
                .defaultSchema("Ver Sions")
                .schemas("Ver Sions", "app")
                .table("My history");
        migrations
                .script(
                        "V1__a.sql",
                        "CREATE TABLE app.a (id int PRIMARY KEY, c text); INSERT INTO app.a VALUES (1, 'x');")
                .script("V2__b.sql", "ALTER TABLE app.a DROP COLUMN c; CREATE TABLE b (id int);");
        FlywayRollback rollback =
                FlywayRollback.builder(configuration).captureEachMigration(true).build();
        rollback.flyway().migrate();

        assertThat(rollback.undoLast().isProven()).isTrue();

        assertThat(database.query("SELECT c FROM app.a")).containsExactly(List.of("x"));
        assertThat(Migrations.states(rollback.flyway())).contains("2 Deleted", "2 Pending");
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void oldBackupsGoAfterAMigrate() {
        migrations.builder().keepDays(30).build().flyway().migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);");
        FlywayRollback rollback = migrations.builder().keepDays(30).build();
        rollback.flyway().migrate();
        assertThat(rollback.restorePoints()).hasSize(2);
        database.execute("UPDATE migration_backup.rollback_backup SET taken_at = taken_at - interval '31 days'");
        migrations.script("V3__c.sql", "CREATE TABLE c (id int);");
        rollback.flyway().migrate();
        assertThat(rollback.restorePoints()).extracting(RestorePoint::before).containsExactly("V3__c.sql");
    }

    @Test
    void twoNodesThatStartAtOnce() throws Exception {
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);").script("V3__c.sql", "ALTER TABLE a DROP COLUMN c;");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        int executed = 0;
        try {
            List<Future<Integer>> ends = java.util.stream.Stream.of(1, 2)
                    .map(node -> nodes.submit(() -> {
                        FlywayRollback rollback = migrations.builder().build();
                        start.await();
                        return rollback.flyway().migrate().migrationsExecuted;
                    }))
                    .toList();
            for (Future<Integer> end : ends) {
                executed += end.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(executed).isEqualTo(3);
        FlywayRollback rollback = migrations.builder().build();
        rollback.flyway().validate();
        assertThat(rollback.restorePoints()).extracting(RestorePoint::before).doesNotHaveDuplicates();
        RollbackReport report = rollback.toEmpty();
        assertThat(report.isProven()).isTrue();
        assertThat(database.query("SELECT 1 FROM pg_tables WHERE tablename IN ('a', 'b')"))
                .isEmpty();
    }
}
