// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.FileBackups;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.io.IOException;
import java.nio.file.Files;
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

    /** A bit that flips, and a file that is cut: found before anything is loaded or changed. */
    @ParameterizedTest
    @MethodSource("servers")
    void damageIsFound(Supplier<TestMysqlServer> server) throws IOException {
        try (TestDatabase db = server.get().freshDatabase()) {
            String backupSchema = db.name() + "_b";
            db.execute("CREATE TABLE users (id int PRIMARY KEY, email varchar(100) NOT NULL)");
            db.execute("INSERT INTO users VALUES (1, 'a'), (2, 'b')");
            Rollback rollback = Rollback.builder(db.dataSource())
                    .schemas(db.name())
                    .backupSchema(backupSchema)
                    .backups(FileBackups.in(directory))
                    .build();
            rollback.capture("before");
            db.execute("ALTER TABLE users DROP COLUMN email");
            Path file;
            try (Stream<Path> files = Files.walk(directory)) {
                file = files.filter(f -> f.toString().endsWith(".zst"))
                        .findFirst()
                        .orElseThrow();
            }
            byte[] sound = Files.readAllBytes(file);
            byte[] flipped = sound.clone();
            flipped[flipped.length / 2] ^= 1;
            for (byte[] damaged : List.of(flipped, Arrays.copyOf(sound, sound.length - 1))) {
                Files.write(file, damaged);
                assertThat(rollback.checkBackup("before").problems()).hasSize(1);
                assertThat(rollback.drillBackup("before").isSound()).isFalse();
                assertThatThrownBy(() -> rollback.plan("before"))
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageContaining(String.valueOf(file.getFileName()));
            }
            assertThat(db.query("SHOW DATABASES LIKE '" + backupSchema + "'")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void fullDisk(Supplier<TestMysqlServer> server) throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", small.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(mounted, "mounting is not permitted");
        try (TestDatabase db = server.get().freshDatabase()) {
            db.execute("CREATE TABLE big (id int AUTO_INCREMENT PRIMARY KEY, noise varchar(100))");
            db.execute("INSERT INTO big (noise) VALUES (sha2(rand(), 256))");
            for (int doubled = 0; doubled < 14; doubled++) {
                db.execute("INSERT INTO big (noise) SELECT sha2(concat(rand(), id), 256) FROM big");
            }
            Rollback rollback = Rollback.builder(db.dataSource())
                    .schemas(db.name())
                    .backupSchema(db.name() + "_b")
                    .backups(FileBackups.in(small))
                    .build();
            assertThatThrownBy(() -> rollback.capture("before"))
                    .isInstanceOf(RollbackFailedException.class)
                    .hasMessageContainingAll("before", small.toString(), "No space left");
            assertThat(small).isEmptyDirectory();
            db.execute("DELETE FROM big WHERE id > 10");
            assertThat(rollback.capture("before").rows()).isPositive();
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static String loaded(TestDatabase db, String backupSchema) {
        return String.valueOf(db.query("SELECT count(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '"
                        + backupSchema + "' AND (TABLE_NAME LIKE '%\\_file\\_%' OR TABLE_NAME LIKE 'drill%')")
                .get(0)
                .get(0));
    }
}
