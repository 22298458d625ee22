// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlDumpTest {
    static List<Supplier<TestMysqlServer>> servers() {
        return List.of(TestMysql::shared, TestMariaDb::shared);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theSameDatabaseIsDumpedToTheSameText(Supplier<TestMysqlServer> shared) {
        try (TestDatabase a = database(shared.get(), "(1, 'x'), (2, x'ff')");
                TestDatabase b = database(shared.get(), "(2, x'ff'), (1, 'x')")) {
            assertThat(MysqlDump.schema(a))
                    .isEqualTo(MysqlDump.schema(b))
                    .contains("CREATE TABLE `orders`", "ENGINE=InnoDB AUTO_INCREMENT=3", "PROCEDURE `p`")
                    .contains("BEFORE INSERT ON", "EVENT `nightly`", "-- a comment of the procedure")
                    .doesNotContain("Dump completed", "Host:", "INSERT INTO");
            assertThat(MysqlDump.data(a))
                    .isEqualTo(MysqlDump.data(b))
                    .contains("VALUES (1,0x78)", "VALUES (2,0xFF)")
                    .doesNotContain("CREATE TABLE");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aChangedRowOrDefinitionShows(Supplier<TestMysqlServer> shared) {
        try (TestDatabase a = database(shared.get(), "(1, 'x')");
                TestDatabase b = database(shared.get(), "(1, 'y')")) {
            assertThat(MysqlDump.schema(a)).isEqualTo(MysqlDump.schema(b));
            assertThat(MysqlDump.data(a)).isNotEqualTo(MysqlDump.data(b));
            b.execute("ALTER TABLE orders AUTO_INCREMENT = 9");
            assertThat(MysqlDump.schema(a)).isNotEqualTo(MysqlDump.schema(b));
        }
    }

    private static TestDatabase database(TestMysqlServer server, String orders) {
        TestDatabase database = server.freshDatabase();
        database.execute("""
                CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, note varbinary(10));
                CREATE VIEW v AS SELECT id FROM orders;
                INSERT INTO orders VALUES %s;
                DELIMITER //
                CREATE PROCEDURE p() BEGIN
                -- a comment of the procedure
                SELECT 1; END //
                CREATE TRIGGER before_insert BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = 'a' //
                CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO SELECT 1 //
                """.formatted(orders));
        return database;
    }
}
