// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;
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

/** A night with backups in files on MySQL and MariaDB: capture, status, rollback, verify, restore, retention and what goes wrong. */
class MysqlFileCommandsTest {
    private static final String LABEL = "003";

    @TempDir
    private Path directory;

    static Stream<Named<Supplier<TestServer>>> servers() {
        Stream<Named<Supplier<TestServer>>> newer =
                TestMysql.newer().stream().map(server -> Named.of("newer MySQL", () -> server));
        return Stream.concat(
                Stream.of(Named.of("MySQL", TestMysql::shared), Named.of("MariaDB", TestMariaDb::shared)), newer);
    }

    /** A database with a migration to take back, and what was made beside it gone at the end. */
    private final class Night implements AutoCloseable {
        private final TestDatabase database;
        private final String backupSchema;
        private final String rescue;

        Night(TestServer server) {
            database = server.freshDatabase();
            backupSchema = database.name() + "_b";
            rescue = database.name() + "_rescue";
            database.execute("CREATE TABLE users (id int PRIMARY KEY, email varchar(50) NOT NULL, phone varchar(20))");
            database.execute("INSERT INTO users VALUES (1, 'a@example.org', '555-1'), (2, 'b@example.org', NULL)");
        }

        Cli.Result expect(int code, String... args) {
            String[] all = Arrays.copyOf(args, args.length + 4);
            all[args.length] = "--dir";
            all[args.length + 1] = directory.toString();
            all[args.length + 2] = "--backup-schema";
            all[args.length + 3] = backupSchema;
            Cli.Result result = Cli.run(Cli.on(database, all));
            assertThat(result.code())
                    .as(String.join(" ", args) + "\n" + result.all())
                    .isEqualTo(code);
            assertThat(result.all()).doesNotContain("Exception", "\tat ");
            return result;
        }

        String number(String sql) {
            return String.valueOf(database.query(sql).get(0).get(0));
        }

        @Override
        public void close() {
            database.execute("DROP DATABASE IF EXISTS " + backupSchema);
            database.execute("DROP DATABASE IF EXISTS " + rescue);
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aWholeNight(Supplier<TestServer> server) {
        try (Night night = new Night(server.get())) {
            assertThat(night.expect(ExitCodes.DONE, "status").out())
                    .contains("There are no backups", "capture --label");
            night.expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file");
            night.database.execute("ALTER TABLE users DROP COLUMN phone");
            night.database.execute("INSERT INTO users VALUES (3, 'c@example.org')");
            assertThat(night.expect(ExitCodes.DONE, "backups").out()).contains(LABEL, "file", "not checked");
            assertThat(night.expect(ExitCodes.DONE, "verify-backup", LABEL, "--drill")
                            .out())
                    .contains("is sound");
            JsonNode listed = night.expect(ExitCodes.DONE, "backups", "--format", "json")
                    .json()
                    .path("backups")
                    .path(0);
            assertThat(listed.path("takenAt").asText()).isNotEmpty();
            assertThat(listed.path("rows").asInt()).isEqualTo(2);
            assertThat(listed.path("bytes").asInt()).isPositive();
            assertThat(listed.path("checkedAt").asText()).isNotEmpty();
            night.expect(ExitCodes.DIFFERENCES, "verify", "--to", LABEL);
            assertThat(night.expect(ExitCodes.BAD_INPUT, "rollback", "--to", LABEL)
                            .err())
                    .contains("--yes");
            night.expect(
                    ExitCodes.DONE,
                    "rollback",
                    "--to",
                    LABEL,
                    "--yes",
                    "--ticket",
                    "OPS-7",
                    "--reason",
                    "deploy failed");
            assertThat(night.number("SELECT group_concat(coalesce(phone, '-') ORDER BY id) FROM users"))
                    .isEqualTo("555-1,-,-");
            assertThat(night.expect(ExitCodes.DONE, "status").out()).contains("1 run ended well", "cleanup");
            assertThat(night.expect(ExitCodes.DONE, "history").out()).contains(LABEL);
            assertThat(night.number("SELECT concat(ticket, ' ', reason) FROM " + night.backupSchema + ".rollback_run"))
                    .isEqualTo("OPS-7 deploy failed");

            assertThat(night.expect(ExitCodes.DONE, "restore", "--label", LABEL, "--into", night.rescue, "--yes")
                            .out())
                    .contains(night.rescue + ".users", "2 rows");
            assertThat(night.expect(ExitCodes.REFUSED, "restore", "--label", LABEL, "--into", night.rescue, "--yes")
                            .err())
                    .contains(night.rescue + ".users", "already");

            assertThat(night.expect(ExitCodes.DONE, "prune", "--keep-days", "7", "--yes")
                            .out())
                    .contains("There was nothing to delete", LABEL, "not that old");
            assertThat(night.expect(ExitCodes.DONE, "prune", "--keep-days", "0", "--yes")
                            .out())
                    .contains(LABEL, "cleanup");
            assertThat(directory).isNotEmptyDirectory();
            night.expect(ExitCodes.DONE, "cleanup", "--older-than", "0m");
            night.expect(ExitCodes.DONE, "prune", "--keep-days", "0", "--yes");
            assertThat(directory).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatGoesWrong(Supplier<TestServer> server) throws IOException {
        try (Night night = new Night(server.get())) {
            assertThat(night.expect(ExitCodes.BAD_INPUT, "rollback", "--to", "004", "--yes")
                            .err())
                    .contains("004", directory.toString(), "backups");
            Cli.Result nowhere =
                    Cli.run(Cli.on(night.database, "rollback", "--to", LABEL, "--yes", "--dir", directory + "/gone"));
            assertThat(nowhere.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(nowhere.err()).contains(directory + "/gone").doesNotContain("Exception");
            night.expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file");
            night.database.execute("ALTER TABLE users DROP COLUMN phone");
            Path file;
            try (Stream<Path> files = Files.walk(directory)) {
                file = files.filter(f -> f.toString().endsWith(".zst"))
                        .findFirst()
                        .orElseThrow();
            }
            Path away = directory.resolveSibling("away");
            Files.move(file, away);
            for (List<String> command : List.of(
                    List.of("plan", "--to", LABEL),
                    List.of("rollback", "--to", LABEL, "--force", "--yes"),
                    List.of("restore", "--label", LABEL, "--into", night.rescue, "--yes"))) {
                assertThat(night.expect(ExitCodes.REFUSED, command.toArray(String[]::new))
                                .err())
                        .contains(file.getFileName().toString(), "missing");
            }
            assertThat(night.expect(ExitCodes.DIFFERENCES, "verify-backup", LABEL)
                            .out())
                    .contains(file.getFileName().toString(), "Next:");
            assertThat(night.number("SELECT count(*) FROM information_schema.COLUMNS WHERE COLUMN_NAME = 'phone'"
                            + " AND TABLE_SCHEMA = '" + night.database.name() + "'"))
                    .isEqualTo("0");
            Files.move(away, file);
            night.expect(ExitCodes.DONE, "rollback", "--to", LABEL, "--yes");
        }
    }
}
