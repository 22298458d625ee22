// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.Removal;
import dev.rollback.RestoreMode;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.FileBackups;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.PgDump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups as files: taken, checked, rolled back to, pruned; and damaged in every way, which is always found. */
class FileBackupTest {
    /** Values that a text form may lose, and types that a migration may drop. */
    private static final String EVERYTHING = """
            CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
            CREATE TYPE pair AS (a int, b text);
            CREATE DOMAIN short AS varchar(8);
            CREATE TABLE things (
                id bigint PRIMARY KEY, t text, c char(5), v varchar(7) COLLATE "C", f float8, r real, n numeric(30, 10),
                b bytea, ts timestamptz, i interval, j jsonb, m mood, ms mood[], p pair, s short, a text[], x xml,
                g bigint GENERATED ALWAYS AS (id * 2) STORED, rg int4range, bits bit varying(9), tm money);
            INSERT INTO things VALUES
                (1, E'tab\\t new\\n back\\\\ cr\\r \\\\. \\\\N', 'ab', 'ü€', 0.1, 1e-7, 12345678901234567890.0123456789,
                 '\\x00ff0a5c', '2024-02-29 23:59:59.999999+13', '1 mon -3 days 04:05:06.7', '{"a": [1, null]}', 'it''s ok',
                 '{sad,NULL}', '(1,"x,y")', 'short', E'{"a\\\\\\\\b",NULL,"{}"}', '<a>1</a>', DEFAULT, '[1,5)', '10101', 12.34),
                (2, '', NULL, '', 'NaN', '-Infinity', 'NaN', '', 'infinity', NULL, 'null', NULL, '{}', NULL, NULL, NULL, NULL,
                 DEFAULT, 'empty', '', NULL),
                (3, '\\N', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, DEFAULT,
                 NULL, NULL, NULL);
            CREATE TABLE nothing ();
            INSERT INTO nothing DEFAULT VALUES;
            INSERT INTO nothing DEFAULT VALUES;
            CREATE TABLE none (id int);
            CREATE TABLE parted (id int, body text) PARTITION BY RANGE (id);
            CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (100);
            CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (100) TO (MAXVALUE);
            INSERT INTO parted SELECT i, repeat('x', i) FROM generate_series(1, 200) i;
            CREATE TABLE "Odd ""name"".é" ("a b" int PRIMARY KEY);
            INSERT INTO "Odd ""name"".é" VALUES (7);
            """;

    @TempDir
    private Path directory;

    private Rollback rollback(Sample sample) {
        return sample.builder().backups(FileBackups.in(directory)).build();
    }

    private Path folder() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.findFirst().orElseThrow();
        }
    }

    private Path file(String end) throws IOException {
        try (Stream<Path> found = Files.list(folder())) {
            return found.filter(p -> p.toString().endsWith(end))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void takenCheckedUsedAndPruned() throws Exception {
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            Rollback rollback = rollback(sample);
            PgDump.Data rows = PgDump.data(ScenarioPostgres.of(sample), "public");
            Backup backup = rollback.capture("before");
            assertThat(backup.provider()).isEqualTo("file");
            assertThat(backup.rows()).isEqualTo(70);
            assertThat(sample.value("SELECT count(*) FROM pg_namespace WHERE nspname = 'migration_backup'"))
                    .isEqualTo("0");
            assertThat(rollback.backups()).singleElement().satisfies(b -> {
                assertThat(b.provider()).isEqualTo("file");
                assertThat(b.bytes()).isPositive();
                assertThat(b.checkedAt()).isNull();
            });
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
            BackupCheck drill = rollback.drillBackup("before");
            assertThat(drill.problems()).isEmpty();
            assertThat(drill.drill()).isTrue();
            assertThat(rollback.backups().get(0).checkedAt()).isNotNull();

            sample.execute("ALTER TABLE customers DROP COLUMN email, DROP COLUMN born; DROP TABLE orders");
            assertThat(rollback.verify("before").isClean()).isFalse();
            assertThat(staged(sample)).isEqualTo("0");
            assertThat(rollback.verifyStructure("before").isClean()).isFalse();
            RollbackPlan plan = rollback.plan("before");
            assertThat(staged(sample)).isEqualTo("2");
            assertThat(rollback.backups()).hasSize(1);
            RollbackPlan loaded = rollback.loadPlan(plan.toJson());
            assertThat(rollback.revert(loaded, Sample.accepting()).isProven()).isTrue();
            assertThat(staged(sample)).isEqualTo("0");
            assertThat(PgDump.schema(ScenarioPostgres.of(sample), "public")).isEqualTo(sample.before());
            assertThat(PgDump.data(ScenarioPostgres.of(sample), "public")).isEqualTo(rows);
            assertThat(rollback.verify("before").findings()).isEmpty();

            assertThat(rollback.prune(1).removed()).isEmpty();
            Removal kept = rollback.prune(0);
            assertThat(kept.removed()).as("originals are kept").doesNotContain("before");
            rollback.history().forEach(run -> rollback.cleanup(run.id()));
            assertThat(rollback.prune(0).removed()).contains("before");
            assertThat(directory).isEmptyDirectory();
        }
    }

    private static String staged(Sample sample) {
        return sample.value("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = 'migration_backup' AND c.relname LIKE '%\\_file\\_%'");
    }

    @ParameterizedTest
    @EnumSource(RestoreMode.class)
    void everyValueComesBack(RestoreMode mode) {
        try (Sample sample = Sample.fresh(new ScenarioPostgres(), EVERYTHING)) {
            Rollback rollback = rollback(sample);
            PgDump.Data rows = PgDump.data(ScenarioPostgres.of(sample), "public");
            rollback.capture("before");
            assertThat(rollback.drillBackup("before").problems()).isEmpty();
            sample.execute("""
                    DROP TABLE things, nothing, none, parted, "Odd ""name"".é";
                    DROP TYPE mood, pair;
                    DROP DOMAIN short;
                    """);
            RollbackPlan plan = rollback.plan("before", PlanOptions.defaults().withMode(mode));
            assertThat(rollback.revert(plan, Sample.accepting()).isProven()).isTrue();
            assertThat(PgDump.schema(ScenarioPostgres.of(sample), "public")).isEqualTo(sample.before());
            assertThat(PgDump.data(ScenarioPostgres.of(sample), "public")).isEqualTo(rows);
        }
    }

    @Test
    void onlyTheOwnerCanRead() throws Exception {
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            rollback(sample).capture("a/b: ../Ü");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(folder())) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                                .isEqualTo("rw-------"));
            }
            assertThat(rollback(sample).backups().get(0).label()).isEqualTo("a/b: ../Ü");
        }
    }

    /** What an editor, a bad disk or a careless copy does to a file. */
    private enum Damage {
        TRUNCATED {
            @Override
            void to(FileBackupTest test) throws IOException {
                Path file = test.file(".zst");
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
            }
        },
        FLIPPED {
            @Override
            void to(FileBackupTest test) throws IOException {
                Path file = test.file(".zst");
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        },
        MISSING {
            @Override
            void to(FileBackupTest test) throws IOException {
                Files.delete(test.file(".zst"));
            }
        },
        EXTRA {
            @Override
            void to(FileBackupTest test) throws IOException {
                Files.writeString(test.folder().resolve("0009-public.more.0001.zst"), "more");
            }
        },
        EDITED {
            @Override
            void to(FileBackupTest test) throws IOException {
                Path file = test.file("manifest.json");
                Files.writeString(file, Files.readString(file).replace("customers", "clients"));
            }
        },
        WITHOUT_SUM {
            @Override
            void to(FileBackupTest test) throws IOException {
                Files.delete(test.file(".sha256"));
            }
        },
        CUT {
            @Override
            void to(FileBackupTest test) throws IOException {
                Files.write(
                        test.file("manifest.json"), new byte[] {(byte) 0xff, 0}, StandardOpenOption.TRUNCATE_EXISTING);
            }
        };

        abstract void to(FileBackupTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damageIsFound(Damage damage) throws Exception {
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            Rollback rollback = rollback(sample);
            rollback.capture("before");
            sample.execute("ALTER TABLE customers DROP COLUMN email");
            damage.to(this);
            assertThat(rollback.checkBackup("before").problems()).hasSize(1);
            assertThat(rollback.drillBackup("before").isSound()).isFalse();
            sample.refusesWithoutTrace(RollbackRefusedException.class, () -> rollback.plan("before"), "before");
            sample.refusesWithoutTrace(RollbackRefusedException.class, () -> rollback.verify("before"), "before");
        }
    }

    @Test
    void badInput() throws Exception {
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            Path missing = directory.resolve("missing");
            sample.refuses(
                    InvalidInputException.class,
                    () -> sample.builder().backups(FileBackups.in(missing)).build(),
                    missing.toString());
            Path file = Files.writeString(directory.resolve("file"), "", StandardCharsets.UTF_8);
            sample.refuses(
                    InvalidInputException.class,
                    () -> sample.builder().backups(FileBackups.in(file)).build(),
                    file.toString());
            Files.delete(file);
            Rollback rollback = rollback(sample);
            rollback.capture("one");
            sample.refuses(InvalidInputException.class, () -> rollback.capture("one"), "one", "already");
            sample.rollback().capture("two");
            sample.refuses(InvalidInputException.class, () -> rollback.capture("two"), "two", "already");
            assertThat(rollback.backups()).hasSize(2);
            sample.refuses(InvalidInputException.class, () -> rollback.plan("three"), "three", directory.toString());
            sample.refuses(InvalidInputException.class, () -> rollback.checkBackup("three"), "three");
        }
    }

    /** A file system that is full in the middle of a table. */
    @Test
    void fullDisk() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        org.junit.jupiter.api.Assumptions.assumeTrue(mounted, "mounting is not permitted");
        try (Sample sample = Sample.fresh(
                new ScenarioPostgres(), "CREATE TABLE big AS SELECT md5(i::text) FROM generate_series(1, 100000) i")) {
            Rollback rollback = sample.builder().backups(FileBackups.in(small)).build();
            sample.refuses(RollbackFailedException.class, () -> rollback.capture("before"), "before", small.toString());
            assertThat(small).isEmptyDirectory();
            sample.execute("DELETE FROM big WHERE md5 > '01'");
            assertThat(rollback.capture("before").rows()).isPositive();
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test
    void whatAKilledCaptureLeftIsNoBackupAndGoes() throws Exception {
        try (Sample sample = Sample.fresh(new ScenarioPostgres())) {
            Rollback rollback = rollback(sample);
            rollback.capture("before");
            Path left = directory.resolve(".partial-before-x");
            Files.move(folder(), left);
            assertThat(rollback.backups()).isEmpty();
            sample.refuses(InvalidInputException.class, () -> rollback.checkBackup("before"), "before");
            rollback.capture("before");
            assertThat(left).doesNotExist();
            assertThat(directory.toFile().list()).hasSize(1);
        }
    }
}
