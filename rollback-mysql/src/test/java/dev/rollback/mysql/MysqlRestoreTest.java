// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.FileBackups;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backup's tables in another database, and in their own after they were dropped. */
class MysqlRestoreTest {
    private static final List<String> SHOP = List.of(
            "CREATE TABLE goods (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x',"
                    + " twice int AS (char_length(name)) STORED, parent int, UNIQUE by_name (name), CHECK (name <> ''),"
                    + " CONSTRAINT in_goods FOREIGN KEY (parent) REFERENCES goods (id) ON DELETE CASCADE)",
            "CREATE TABLE sales (id int PRIMARY KEY, good int, CONSTRAINT of_good FOREIGN KEY (good) REFERENCES goods (id))",
            "CREATE TABLE days (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (to_days(day))"
                    + " (PARTITION old VALUES LESS THAN (739000), PARTITION rest VALUES LESS THAN MAXVALUE)",
            "INSERT INTO goods (name, parent) VALUES ('a', NULL), ('b', 1), ('c', 2)",
            "INSERT INTO sales VALUES (1, 1), (2, 3)",
            "INSERT INTO days VALUES (1, '2020-01-01'), (2, '2030-01-01')");

    @TempDir
    private Path directory;

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void restored(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            String backupSchema = db.name() + "_b";
            String rescue = db.name() + "_r";
            MysqlFixture.run(db, SHOP);
            Rollback.Builder builder =
                    Rollback.builder(db.dataSource()).schemas(db.name()).backupSchema(backupSchema);
            Rollback inSchema = builder.build();
            Rollback inFiles = builder.backups(FileBackups.in(directory)).build();
            try {
                inSchema.capture("stored");
                inFiles.capture("written");
                inSchema.capture(CaptureOptions.of("part").withTables(List.of("sales")));
                assertThat(inFiles.restore("part", rescue).leftOut())
                        .singleElement()
                        .asString()
                        .contains("of_good");
                assertThatThrownBy(() -> inFiles.restore("stored", rescue))
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageContaining(rescue + ".sales");
                for (String label : List.of("stored", "written")) {
                    db.execute("DROP DATABASE " + rescue);
                    assertThat(inFiles.restore(label, rescue).rows()).isEqualTo(7);
                    assertThat(db.query("SELECT id, parent, twice FROM " + rescue + ".goods ORDER BY id"))
                            .isEqualTo(db.query("SELECT id, parent, twice FROM goods ORDER BY id"));
                    assertThat(show(db, rescue, "goods")).isEqualTo(show(db, db.name(), "goods"));
                    assertThat(show(db, rescue, "sales")).isEqualTo(show(db, db.name(), "sales"));
                    assertThat(show(db, rescue, "days")).isEqualTo(show(db, db.name(), "days"));
                }
                MysqlFixture.run(db, List.of("DROP TABLE sales", "DROP TABLE goods", "DROP TABLE days"));
                assertThat(inFiles.restore("written", db.name()).tables()).hasSize(3);
                assertThat(inFiles.verify("written").findings()).isEmpty();
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + rescue);
                db.execute("DROP DATABASE IF EXISTS " + backupSchema);
            }
        }
    }

    private static String show(TestDatabase db, String schema, String table) {
        return String.valueOf(
                db.query("SHOW CREATE TABLE " + schema + "." + table).get(0).get(1));
    }

    /** A unique index that the rows do not allow, as somebody has added a row to the backup. */
    @ParameterizedTest
    @MethodSource("servers")
    void whatFailsLeavesNothing(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            String backupSchema = db.name() + "_b";
            String rescue = db.name() + "_r";
            MysqlFixture.run(db, SHOP);
            Rollback rollback = Rollback.builder(db.dataSource())
                    .schemas(db.name())
                    .backupSchema(backupSchema)
                    .build();
            try {
                rollback.capture("before");
                db.execute("UPDATE " + backupSchema + ".goods_backup SET name = 'a' WHERE id = 2");
                assertThatThrownBy(() -> rollback.restore("before", rescue))
                        .isInstanceOf(RollbackFailedException.class)
                        .hasMessageContainingAll("before", rescue, "were dropped");
                assertThat(db.query("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = '" + rescue
                                + "'"))
                        .isEmpty();
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + rescue);
                db.execute("DROP DATABASE IF EXISTS " + backupSchema);
            }
        }
    }
}
