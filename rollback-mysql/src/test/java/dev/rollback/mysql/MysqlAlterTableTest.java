// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static dev.rollback.mysql.MysqlFixture.DDL;
import static dev.rollback.mysql.MysqlFixture.read;
import static dev.rollback.mysql.MysqlFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlKeyOrder;
import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A table altered by a migration gets its old definition, byte by byte, in one statement. */
class MysqlAlterTableTest {
    private static final String BEFORE = """
            CREATE TABLE parent (id int PRIMARY KEY);
            CREATE TABLE t (
              id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
              a int NOT NULL DEFAULT 5 COMMENT 'the a',
              b varchar(20) COLLATE utf8mb4_bin DEFAULT 'it''s',
              c datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
              d int DEFAULT NULL,
              up int,
              KEY z (a), KEY y (b), UNIQUE KEY x (d),
              KEY up (up), CONSTRAINT up FOREIGN KEY (up) REFERENCES parent (id)
            ) ENGINE=InnoDB;
            CREATE TABLE p (id int NOT NULL, at int NOT NULL, PRIMARY KEY (id, at))
              PARTITION BY RANGE (at) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
            INSERT INTO t (a, d) VALUES (1, 1), (2, 2);
            """;

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void columnsComeBack(Supplier<TestMysqlServer> server) {
        back(server.get(), "t", Map.of(), """
                ALTER TABLE t ADD extra int FIRST, MODIFY a bigint, MODIFY d int NOT NULL DEFAULT 1 AFTER id,
                  MODIFY c datetime(3) COMMENT 'later', MODIFY id bigint NOT NULL""");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void renamedInACircleAndMoved(Supplier<TestMysqlServer> server) {
        back(server.get(), "t", Map.of("a", "d", "d", "a", "e", "b"), """
                ALTER TABLE t CHANGE a d int NOT NULL DEFAULT 5 COMMENT 'the a', CHANGE d a int,
                  CHANGE b e varchar(20) COLLATE utf8mb4_bin DEFAULT 'it''s' FIRST;
                ALTER TABLE t ADD b int""");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDroppedColumnComesBackInItsPlace(Supplier<TestMysqlServer> server) {
        back(server.get(), "t", Map.of(), "ALTER TABLE t DROP COLUMN c");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void optionsAndPartitionsComeBack(Supplier<TestMysqlServer> server) {
        back(server.get(), "t", Map.of(), "ALTER TABLE t ENGINE = InnoDB, STATS_PERSISTENT = 1, ROW_FORMAT = DYNAMIC");
        back(server.get(), "p", Map.of(), "ALTER TABLE p REMOVE PARTITIONING");
        back(server.get(), "p", Map.of(), "ALTER TABLE p PARTITION BY HASH (id) PARTITIONS 3");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void partitionsGo(Supplier<TestMysqlServer> server) {
        String alone = "CREATE TABLE alone (id int PRIMARY KEY);";
        back(server.get(), alone, "alone", Map.of(), "ALTER TABLE alone PARTITION BY HASH (id) PARTITIONS 3");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keysComeBackInTheirOrder(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = server.get().freshDatabase()) {
            database.execute(BEFORE);
            List<String> before = dump(database);
            Table old = table(read(database), database, "t");
            database.execute("""
                    ALTER TABLE t DROP INDEX z;
                    ALTER TABLE t ADD INDEX z (a);
                    ALTER TABLE t DROP INDEX up, ADD INDEX other (up);
                    ALTER TABLE t RENAME INDEX other TO up""");
            assertThat(dump(database)).isNotEqualTo(before);
            Setting order = old.settings().stream()
                    .filter(s -> s.name().equals(MysqlKeyOrder.NAME))
                    .findFirst()
                    .orElseThrow();
            run(database, order.apply());
            assertThat(dump(database)).containsExactlyElementsOf(before);
        }
    }

    /** MySQL prints it otherwise from the first ALTER TABLE on. */
    @ParameterizedTest
    @MethodSource("servers")
    void theCharacterSetOfALiteralInACheckIsNoDifference(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = server.get().freshDatabase()) {
            database.execute("CREATE TABLE t (c char(3) CHARACTER SET latin1, CONSTRAINT k CHECK (c <> 'it''s'))");
            String before = read(database).fingerprint();
            database.execute("ALTER TABLE t ADD x int; ALTER TABLE t DROP x");
            assertThat(read(database).fingerprint()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"t, 9", "t, 1"})
    void positionsNeverGoBack(String name, long candidate) {
        for (TestMysqlServer server :
                MysqlFixture.servers().map(Named::getPayload).map(Supplier::get).toList()) {
            try (TestDatabase database = server.freshDatabase()) {
                database.execute(BEFORE);
                var sequence = read(database).all(Sequence.class).findFirst().orElseThrow();
                assertThat(sequence.position()).isEqualTo(3);
                database.execute("ALTER TABLE t AUTO_INCREMENT = 7");
                run(database, DDL.position(sequence, List.of(candidate), Optional.empty()));
                assertThat(dump(database)).anyMatch(l -> l.contains("AUTO_INCREMENT=" + Math.max(7, candidate) + " "));
            }
        }
    }

    private static void back(TestMysqlServer server, String name, Map<String, String> renamed, String migration) {
        back(server, BEFORE, name, renamed, migration);
    }

    private static void back(
            TestMysqlServer server, String script, String name, Map<String, String> renamed, String migration) {
        try (TestDatabase database = server.freshDatabase()) {
            database.execute(script);
            List<String> before = dump(database);
            Table old = table(read(database), database, name);
            database.execute(migration);
            Table now = table(read(database), database, name);
            assertThat(now.definition()).isNotEqualTo(old.definition());
            List<String> back = DDL.alterTable(now, old, renamed, List.of());
            assertThat(back).hasSize(1);
            run(database, back);
            assertThat(dump(database)).containsExactlyElementsOf(before);
        }
    }

    private static Table table(DatabaseModel model, TestDatabase database, String name) {
        return model.table(ObjectId.table(database.name(), name)).orElseThrow();
    }

    private static List<String> dump(TestDatabase database) {
        return MysqlDump.schema(database).lines().toList();
    }
}
