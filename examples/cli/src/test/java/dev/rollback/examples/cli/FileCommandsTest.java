// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with backups in files. */
class FileCommandsTest {
    private static final String LABEL = "before-v42";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    @TempDir
    private Path directory;

    @BeforeEach
    void before() {
        database.execute("""
                CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, phone text);
                INSERT INTO users SELECT n, 'u' || n || '@example.org', '555-' || n FROM generate_series(1, 200) n;
                """);
    }

    @AfterEach
    void after() {
        database.close();
    }

    @Test
    void aWholeNight() {
        assertThat(expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file")
                        .out())
                .contains("public.users", "200", "--dir");
        assertThat(expect(ExitCodes.DONE, "backups").out()).contains(LABEL, "file", "not checked");
        expect(ExitCodes.DONE, "verify-backup", LABEL);
        expect(ExitCodes.DONE, "verify-backup", LABEL, "--drill");
        assertThat(expect(ExitCodes.DONE, "backups").out()).doesNotContain("not checked");
        expect(ExitCodes.BAD_INPUT, "capture", "--label", LABEL, "--provider", "file");
        database.execute("ALTER TABLE users DROP phone");
        expect(ExitCodes.DIFFERENCES, "verify", "--to", LABEL);
        Path plan = directory.resolveSibling("plan.json");
        expect(ExitCodes.DONE, "plan", "--to", LABEL, "--out", plan.toString());
        expect(ExitCodes.DONE, "rollback", "--plan", plan.toString(), "--yes");
        expect(ExitCodes.DONE, "verify", "--to", LABEL);
        assertThat(database.query("SELECT count(phone) FROM users").get(0).get(0))
                .isEqualTo("200");
        expect(ExitCodes.DONE, "cleanup", "--older-than", "0m");
        assertThat(expect(ExitCodes.DONE, "prune", "--keep-days", "0", "--yes").out())
                .contains(LABEL);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aLoadedBackupThatNobodyUsesIsDroppedByPrune() {
        expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file");
        database.execute("ALTER TABLE users DROP phone");
        expect(ExitCodes.DONE, "plan", "--to", LABEL);
        assertThat(loaded()).isEqualTo("1");
        expect(ExitCodes.DONE, "prune", "--keep-days", "7", "--yes");
        assertThat(loaded()).isEqualTo("0");
        expect(ExitCodes.DONE, "rollback", "--to", LABEL, "--yes");
        assertThat(loaded()).isEqualTo("0");
    }

    private String loaded() {
        return String.valueOf(database.query("SELECT count(*) FROM pg_class WHERE relname LIKE 'users\\_file\\_%'")
                .get(0)
                .get(0));
    }

    @Test
    void anAlteredBackupIsFoundAndNotUsed() throws IOException {
        expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file");
        database.execute("ALTER TABLE users DROP phone");
        Path file;
        try (Stream<Path> files = Files.walk(directory)) {
            file = files.filter(f -> f.toString().endsWith(".zst")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 5] ^= 4;
        Files.write(file, bytes);
        assertThat(expect(ExitCodes.DIFFERENCES, "verify-backup", LABEL).out())
                .contains(file.getFileName().toString());
        assertThat(expect(ExitCodes.REFUSED, "rollback", "--to", LABEL, "--force", "--yes")
                        .err())
                .contains(file.getFileName().toString());
        expect(ExitCodes.REFUSED, "plan", "--to", LABEL);
    }

    @Test
    void whereNothingCanBeWritten() {
        Path unwritable = Path.of("/proc");
        assumeTrue(Files.isDirectory(unwritable), "there is no directory that even root cannot write to");
        Cli.Result failed = Cli.run(
                Cli.on(database, "capture", "--label", LABEL, "--provider", "file", "--dir", unwritable.toString()));
        assertThat(failed.code()).as(failed.all()).isEqualTo(ExitCodes.FAILED);
        assertThat(failed.err()).contains("/proc", "State:", "Next:").doesNotContain("Exception");
        Cli.Result missing = Cli.run(
                Cli.on(database, "capture", "--label", LABEL, "--provider", "file", "--dir", directory + "/missing"));
        assertThat(missing.code()).as(missing.all()).isEqualTo(ExitCodes.BAD_INPUT);
        Cli.Result listing = Cli.run(Cli.on(database, "backups", "--dir", directory + "/missing"));
        assertThat(listing.code()).as(listing.all()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void aDumpOfAnotherToolIsRecorded() throws IOException {
        Path dump = Files.writeString(directory.resolve("users.dump"), "abc");
        expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file");
        database.execute("ALTER TABLE users DROP phone");
        expect(ExitCodes.BAD_INPUT, "rollback", "--to", LABEL, "--yes", "--external-dump", dump + ".gone");
        expect(ExitCodes.DONE, "rollback", "--to", LABEL, "--yes", "--external-dump", dump.toString());
        JsonNode recorded = expect(ExitCodes.DONE, "history", "--format", "json")
                .json()
                .path("runs")
                .path(0)
                .path("externalDump");
        assertThat(recorded.path("path").asText()).isEqualTo(dump.toString());
        assertThat(recorded.path("bytes").asInt()).isEqualTo(3);
        assertThat(recorded.path("sha256").asText()).startsWith("ba7816bf").endsWith("f20015ad");
    }

    private Cli.Result expect(int code, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--dir";
        all[args.length + 1] = directory.toString();
        Cli.Result result = Cli.run(Cli.on(database, all));
        assertThat(result.code())
                .as(String.join(" ", all) + "\n" + result.all())
                .isEqualTo(code);
        return result;
    }
}
