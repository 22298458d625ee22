// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testkit.KitDatabase.Server;
import dev.rollback.testkit.MigrationResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationTrialTest {
    @TempDir
    Path folder;

    private Scripts shop() {
        return new Scripts(folder)
                .script("V1__shop.sql", """
                        CREATE TABLE customer (id int PRIMARY KEY, name varchar(60) NOT NULL, mail varchar(80));
                        CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, amount decimal(9, 2),
                            FOREIGN KEY (customer) REFERENCES customer (id));
                        INSERT INTO customer VALUES (1, 'Ann', 'ann@x');
                        """)
                .script("V2__phone.sql", "ALTER TABLE customer ADD COLUMN phone varchar(20);")
                .script("V3__no_mail.sql", "ALTER TABLE customer DROP COLUMN mail;")
                .script("V4__shout.sql", """
                        UPDATE customer SET name = 'ANN' WHERE id = 1;
                        CREATE TABLE note (id int PRIMARY KEY, text varchar(100));
                        INSERT INTO note VALUES (1, 'new');
                        """)
                .script("R__view.sql", "CREATE VIEW names AS SELECT name FROM customer;");
    }

    private static MigrationTrial.Builder trial(KitDatabase database, MigrationSource source) {
        return MigrationTrial.of(database.dataSource(), source).rollback(b -> b.backupSchema(database.backupSchema()));
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void everyMigrationIsTakenBack(Server server) throws Exception {
        try (KitDatabase database = server.fresh()) {
            MigrationTrial trial = trial(database, shop().flyway()).build();

            List<MigrationResult> results = trial.run();

            assertThat(trial.migrations())
                    .containsExactly(
                            "V1__shop.sql", "V2__phone.sql", "V3__no_mail.sql", "V4__shout.sql", "R__view.sql");
            assertThat(results).as(results.toString()).allMatch(r -> r.outcome() == Outcome.REVERSED);
            assertThat(results.get(1).losses().toString()).containsIgnoringCase("[COLUMN_REMOVED customer.phone]");
            assertThat(results.get(2).losses()).isEmpty();
            assertThat(results.get(3).losses().toString())
                    .containsIgnoringCase("TABLE_REMOVED note")
                    .as("rows of the migration are known")
                    .doesNotContain("KEPT_AS_IS");
            assertThat(database.query("SELECT count(*) FROM names")).doesNotContain("0", "1");
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void aColumnMayTakeTheNameOfAnother(Server server) throws Exception {
        try (KitDatabase database = server.fresh()) {
            Scripts scripts = new Scripts(folder)
                    .script("V1__client.sql", "CREATE TABLE client (id int PRIMARY KEY, name varchar(60));")
                    .script("V2__named.sql", """
                            ALTER TABLE client %s;
                            ALTER TABLE client ADD COLUMN name varchar(60);
                            """.formatted(
                                    server == Server.H2
                                            ? "ALTER COLUMN name RENAME TO client_id"
                                            : "RENAME COLUMN name TO client_id"));

            List<MigrationResult> results =
                    trial(database, scripts.flyway()).build().run();

            assertThat(results).as(results.toString()).allMatch(r -> r.outcome() == Outcome.REVERSED);
        }
    }

    /** MariaDB does not show such a foreign key as it is, so the library captures no database that has one. */
    @Test
    void afterARefusalTheTrialGoesOn() throws Exception {
        try (KitDatabase database = Server.MARIADB.fresh()) {
            Scripts scripts = new Scripts(folder)
                    .script("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY);")
                    .script(
                            "V2__odd.sql",
                            "CREATE TABLE odd (`a``b` int PRIMARY KEY, FOREIGN KEY (`a``b`) REFERENCES a (id));")
                    .script("V3__none.sql", "DROP TABLE odd;")
                    .script("V4__last.sql", "ALTER TABLE a ADD COLUMN name varchar(9);");

            List<MigrationResult> results =
                    trial(database, scripts.flyway()).build().run();

            assertThat(results.get(2).outcome()).as(results.toString()).isEqualTo(Outcome.REFUSED);
            assertThat(results.get(2).findings().toString()).contains("odd");
            assertThat(results.get(3).outcome()).as(results.toString()).isEqualTo(Outcome.REVERSED);
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void aMigrationThatFailsWithRowsAtTheEdgesIsTriedWithPlainerOnes(Server server) throws Exception {
        try (KitDatabase database = server.fresh()) {
            Scripts scripts = new Scripts(folder)
                    .script(
                            "V1__a.sql",
                            "CREATE TABLE a (id int PRIMARY KEY, big bigint, name varchar(60) NOT NULL);\n"
                                    + "INSERT INTO a VALUES (5000, 1, 'kept');")
                    .script(
                            "V2__small.sql",
                            server == Server.POSTGRES || server == Server.H2
                                    ? "ALTER TABLE a ALTER COLUMN big SET DATA TYPE smallint;"
                                    : "ALTER TABLE a MODIFY COLUMN big smallint;")
                    .script("V3__empty.sql", "ALTER TABLE a ADD CONSTRAINT only_kept CHECK (name = 'kept');");

            List<MigrationResult> results =
                    trial(database, scripts.flyway()).build().run();

            assertThat(results).as(results.toString()).allMatch(r -> r.outcome() == Outcome.REVERSED);
            assertThat(results.get(1).notes().toString()).contains("plain rows only");
            assertThat(results.get(2).notes().toString()).contains("no generated rows");
            assertThat(database.query("SELECT id FROM a")).contains("5000");
        }
    }

    @Test
    void rowsOfATableThatLosesItsKeyStillGoWhereTheyAreInTheWay() throws Exception {
        try (KitDatabase database = Server.POSTGRES.fresh()) {
            Scripts scripts = new Scripts(folder)
                    .script("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY, name varchar(60));")
                    .script(
                            "V2__keyless.sql",
                            "ALTER TABLE a DROP CONSTRAINT a_pkey;\nUPDATE a SET name = 'rewritten';")
                    .script("V3__empty.sql", "ALTER TABLE a ADD CONSTRAINT nobody CHECK (name = 'nobody');");

            List<MigrationResult> results =
                    trial(database, scripts.flyway()).build().run();

            assertThat(results).as(results.toString()).allMatch(r -> r.outcome() == Outcome.REVERSED);
            assertThat(results.get(2).notes().toString()).contains("no generated rows");
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void changeSetsOfLiquibaseAreTried(Server server) throws Exception {
        try (KitDatabase database = server.fresh()) {
            List<MigrationResult> results = trial(database, LiquibaseMigrations.of("changelog/shop.sql"))
                    .build()
                    .run();

            assertThat(results).as(results.toString()).hasSize(2).allMatch(r -> r.outcome() == Outcome.REVERSED);
        }
    }

    @Test
    void aSecondOpinionCounts() throws Exception {
        try (KitDatabase database = Server.H2.fresh()) {
            int[] asked = {0};
            MigrationTrial trial = MigrationTrial.of(database.dataSource(), FlywayMigrations.in("classpath:shop"))
                    .judge(() -> "state " + asked[0]++)
                    .build();

            assertThat(trial.next().toText()).contains("The second opinion", "- state 0", "+ state 1");
        }
    }
}
