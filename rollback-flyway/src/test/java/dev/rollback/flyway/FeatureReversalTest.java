// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RollbackReport;
import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysql;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole feature goes back in one plan: normalised columns, indexes and partitions, through the down sections of the files. */
class FeatureReversalTest {
    @TempDir
    Path folder;

    private Migrations migrations(TestDatabase database) {
        return new Migrations(database, folder).script("V1__meals.sql", """
                CREATE TABLE meals (id int PRIMARY KEY, day date NOT NULL, foods json);
                INSERT INTO meals VALUES (1, '2026-01-01', '["egg", "tea"]'), (2, '2026-02-01', '["rice"]');
                """);
    }

    private static void feature(Migrations migrations) {
        migrations.script("V2__foods.sql", """
                CREATE TABLE foods (meal int, place int, name varchar(20), PRIMARY KEY (meal, place),
                    CONSTRAINT foods_meal FOREIGN KEY (meal) REFERENCES meals (id));
                INSERT INTO foods SELECT m.id, j.place, j.name FROM meals m, JSON_TABLE(m.foods, '$[*]'
                    COLUMNS (place FOR ORDINALITY, name varchar(20) PATH '$')) j;
                ALTER TABLE meals DROP COLUMN foods;
                -- DOWN
                -- ALTER TABLE meals ADD COLUMN foods json;
                -- UPDATE meals SET foods = (SELECT JSON_ARRAYAGG(name) FROM foods WHERE meal = meals.id);
                -- DROP TABLE foods;
                """).script("V3__indexes.sql", """
                CREATE INDEX meals_day ON meals (day);
                -- DOWN
                -- DROP INDEX meals_day ON meals;
                """).script("V4__log.sql", """
                CREATE TABLE log (id int, day date NOT NULL, PRIMARY KEY (id, day))
                    PARTITION BY RANGE (YEAR(day)) (PARTITION p0 VALUES LESS THAN (2026), PARTITION p1 VALUES LESS THAN MAXVALUE);
                -- DOWN
                -- ALTER TABLE log REMOVE PARTITIONING;
                """);
    }

    @Test
    void everythingGoesBackInOnePlanAndRunsAgain() {
        try (TestDatabase database = TestMysql.shared().freshDatabase()) {
            String backups = "of_" + database.name();
            Migrations migrations = migrations(database);
            FlywayRollback rollback = migrations
                    .builder()
                    .options(FlywayContract.ACCEPTING)
                    .rollback(b -> b.backupSchema(backups))
                    .build();
            rollback.flyway().migrate();
            String before = MysqlDump.schema(database);
            feature(migrations);
            rollback.flyway().migrate();
            database.execute("INSERT INTO meals VALUES (3, '2026-03-01')");
            database.execute("INSERT INTO foods VALUES (3, 1, 'soup')");

            RollbackReport report = rollback.back(3);

            assertThat(report.isProven()).isTrue();
            assertThat(withoutHistory(MysqlDump.schema(database))).isEqualTo(withoutHistory(before));
            assertThat(database.query("SELECT id, foods FROM meals ORDER BY id"))
                    .containsExactly(
                            List.of("1", "[\"egg\", \"tea\"]"), List.of("2", "[\"rice\"]"), List.of("3", "[\"soup\"]"));
            assertThat(Migrations.states(rollback.flyway()))
                    .containsExactly(
                            "1 Success", "2 Deleted", "3 Deleted", "4 Deleted", "2 Pending", "3 Pending", "4 Pending");
            assertThat(rollback.readiness().current()).isEqualTo("1");
            rollback.flyway().migrate();
            rollback.flyway().validate();
            assertThat(database.query("SELECT name FROM foods ORDER BY meal, place"))
                    .containsExactly(List.of("egg"), List.of("tea"), List.of("rice"), List.of("soup"));
            database.execute("DROP DATABASE " + backups);
        }
    }

    private static String withoutHistory(String dump) {
        return dump.replaceAll("(?s)CREATE TABLE `flyway_schema_history`.*?;", "");
    }
}
