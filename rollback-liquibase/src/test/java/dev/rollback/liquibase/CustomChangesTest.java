// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollback blocks of a changelog use what the library can do. */
@Tag("versions")
class CustomChangesTest {
    private static final String HEAD = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            <changeSet id="1" author="ann">
              <sql>CREATE TABLE orders (id int PRIMARY KEY, note varchar(20)); INSERT INTO orders VALUES (1, 'a'), (2, 'b');</sql>
            </changeSet>
            """;
    private static final String PARTITIONED = """
            <changeSet id="2" author="ann"><sql>ALTER TABLE orders PARTITION BY HASH (id) PARTITIONS 4</sql><rollback>
              <customChange class="dev.rollback.liquibase.RemovePartitioning"><param name="table" value="orders"/></customChange>
            </rollback></changeSet>
            """;
    private static final String DROPPED = """
            <changeSet id="2" author="ann"><sql>ALTER TABLE orders DROP COLUMN note</sql><rollback>
              <customChange class="dev.rollback.liquibase.RestoreFromBackup"><param name="tables" value="orders"/></customChange>
            </rollback></changeSet>
            """;

    @TempDir
    Path folder;

    private void changelog(String more) throws Exception {
        Files.writeString(folder.resolve("db.xml"), HEAD + more + "</databaseChangeLog>");
    }

    private LiquibaseRollback rollback(TestDatabase database) throws Exception {
        return LiquibaseRollback.builder(database.dataSource(), "db.xml")
                .resources(new DirectoryResourceAccessor(folder))
                .rollback(b -> b.backupSchema("of_" + database.name()))
                .options(LiquibaseContract.ACCEPTING)
                .build();
    }

    @Test
    void partitioningIsRemoved() throws Exception {
        try (TestDatabase database = TestMysql.shared().freshDatabase()) {
            LiquibaseRollback rollback = rollback(database);
            changelog("");
            rollback.update();
            String before = MysqlDump.schema(database);
            changelog(PARTITIONED);
            rollback.update();
            database.execute("INSERT INTO orders VALUES (3, 'c')");
            assertThat(MysqlDump.schema(database)).isNotEqualTo(before);

            rollback.run(liquibase -> liquibase.rollback(1, ""));

            assertThat(MysqlDump.schema(database)).isEqualTo(before);
            assertThat(database.query("SELECT id FROM orders ORDER BY id")).hasSize(3);
            assertThat(database.query("SELECT ID FROM DATABASECHANGELOG")).containsExactly(List.of("1"));
            database.execute("DROP DATABASE of_" + database.name());
        }
    }

    @Test
    void aTableIsRestoredFromItsBackup() throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            LiquibaseRollback rollback = rollback(database);
            changelog("");
            rollback.update();
            String before = PgDump.schema(database, "public");
            changelog(DROPPED);
            rollback.update();
            database.execute("INSERT INTO orders VALUES (3)");

            rollback.run(liquibase -> liquibase.rollback(1, ""));

            assertThat(PgDump.schema(database, "public")).isEqualTo(before);
            assertThat(database.query("SELECT id, note FROM orders ORDER BY id"))
                    .containsExactly(List.of("1", "a"), List.of("2", "b"), LiquibaseContract.row("3", null));
            assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly(List.of("1"));
        }
    }

    @Test
    void withoutAHostTheChangeSaysWhatItNeeds() throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            changelog(DROPPED);
            rollback(database).update();
            try (Liquibase plain = new Liquibase(
                    "db.xml",
                    new DirectoryResourceAccessor(folder),
                    DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(database.connection())))) {
                assertThatThrownBy(() -> plain.rollback(1, ""))
                        .hasMessageContaining(
                                "RestoreFromBackup works in a Liquibase that LiquibaseRollback.run(..) runs");
            }
            assertThat(database.query("SELECT id FROM databasechangelog")).hasSize(2);
        }
    }
}
