// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.capture.FileBackups;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backups as files: taken in one snapshot, checked, loaded again and deleted. */
class MysqlFileBackupTest {
    @TempDir
    private Path directory;

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void takenCheckedAndLoaded(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            String backupSchema = db.name() + "_b";
            MysqlFixture.run(
                    db, List.of(MysqlFillTest.VALUES.formatted("INVISIBLE").split(";\n")));
            Rollback rollback = Rollback.builder(db.dataSource())
                    .schemas(db.name())
                    .backupSchema(backupSchema)
                    .backups(FileBackups.in(directory))
                    .build();
            try {
                assertThat(rollback.capture("before").rows()).isEqualTo(2);
                assertThat(rollback.backups())
                        .singleElement()
                        .satisfies(b -> assertThat(b.provider()).isEqualTo("file"));
                assertThat(rollback.checkBackup("before").problems()).isEmpty();
                assertThat(rollback.drillBackup("before").problems()).isEmpty();
                assertThat(rollback.verify("before").findings()).isEmpty();
                rollback.plan("before");
                db.execute("DELETE FROM " + backupSchema + ".rollback_backup"); // as if it was killed while it loaded
                assertThat(rollback.verify("before").findings()).isEmpty();
                db.execute("UPDATE t SET i8 = 3 WHERE id = 5");
                assertThat(rollback.verify("before").findings()).isNotEmpty();
                assertThat(loaded(db, backupSchema)).isEqualTo("0");
                assertThat(rollback.prune(0).removed()).containsExactly("before");
                assertThat(directory).isEmptyDirectory();
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + backupSchema);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void rolledBackTo(Supplier<TestMysqlServer> server) {
        try (TestDatabase db = server.get().freshDatabase()) {
            String backupSchema = db.name() + "_b";
            db.execute("""
                    CREATE TABLE users (id int PRIMARY KEY, email varchar(100) NOT NULL, phone varchar(20));
                    CREATE TABLE notes (id int PRIMARY KEY, user_id int NOT NULL, FOREIGN KEY (user_id) REFERENCES users (id));
                    INSERT INTO users VALUES (1, 'a', '1'), (2, 'b', NULL);
                    INSERT INTO notes VALUES (1, 1);
                    """);
            Rollback rollback = Rollback.builder(db.dataSource())
                    .schemas(db.name())
                    .backupSchema(backupSchema)
                    .backups(FileBackups.in(directory))
                    .build();
            try {
                rollback.capture("before");
                MysqlFixture.run(
                        db,
                        List.of(
                                "ALTER TABLE users DROP COLUMN phone",
                                "DROP TABLE notes",
                                "INSERT INTO users VALUES (3, 'c')"));
                assertThat(rollback.revert(rollback.plan("before")).isProven()).isTrue();
                assertThat(db.query("SELECT id, phone FROM users ORDER BY id"))
                        .containsExactly(List.of("1", "1"), Arrays.asList("2", null), Arrays.asList("3", null));
                assertThat(db.query("SELECT user_id FROM notes")).containsExactly(List.of("1"));
                assertThat(rollback.verify("before").findings()).isEmpty();
                assertThat(loaded(db, backupSchema)).isEqualTo("0");
            } finally {
                db.execute("DROP DATABASE IF EXISTS " + backupSchema);
            }
        }
    }

    private static String loaded(TestDatabase db, String backupSchema) {
        return String.valueOf(db.query("SELECT count(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '"
                        + backupSchema + "' AND (TABLE_NAME LIKE '%\\_file\\_%' OR TABLE_NAME LIKE 'drill%')")
                .get(0)
                .get(0));
    }
}
