// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said without a database. Port 1 refuses connections: exit code 4 would mean that it was tried. */
class UsageTest {
    private static final String URL = "jdbc:postgresql://localhost:1/none";

    static Stream<List<String>> badUsage() {
        return Stream.of(
                List.of(),
                List.of("rollbak"),
                List.of("status"),
                List.of("status", "--url"),
                List.of("status", "--url", URL, "--colour"),
                List.of("status", "--url", URL, "more"),
                List.of("status", "--url", URL, "--format", "xml"),
                List.of("status", "--url", URL, "--format", "sql"),
                List.of("status", "--url", URL, "--password-env", "NO_SUCH_VARIABLE"),
                List.of("status", "--url", "postgresql://localhost/none"),
                List.of("status", "--url", "jdbc:oracle:thin:@localhost:1521:none"),
                List.of("status", "--url", "jdbc:postgresql://localhost:port/none"),
                List.of("capture", "--url", URL),
                List.of("capture", "--url", URL, "--label", ""),
                List.of("capture", "--url", URL, "--label", "x".repeat(101)),
                List.of("capture", "--url", URL, "--label", "x", "--provider", "file"),
                List.of("capture", "--url", URL, "--label", "x", "--provider", "tape"),
                List.of("capture", "--url", URL, "--label", "x", "--dir", "/tmp"),
                List.of("capture", "--url", URL, "--label", "x", "--structure-only", "--tables", "t"),
                List.of("mark-migrated", "--url", URL),
                List.of("verify-backup", "--url", URL),
                List.of("verify", "--url", URL),
                List.of("plan", "--url", URL),
                List.of("plan", "--url", URL, "--to", "x", "--mode", "guess"),
                List.of("rollback", "--url", URL, "--yes"),
                List.of("rollback", "--url", URL, "--to", "x"),
                List.of("rollback", "--url", URL, "--plan", "no-such-file.json", "--yes"),
                List.of("rollback", "--url", URL, "--plan", ".", "--yes"),
                List.of("rollback", "--url", URL, "--plan", "plan.json", "--only", "t", "--yes"),
                List.of("cleanup", "--url", URL),
                List.of("cleanup", "--url", URL, "7", "--older-than", "24h"),
                List.of("cleanup", "--url", URL, "--older-than", "soon"),
                List.of("rollback", "--url", URL, "--to", "L", "--yes", "--lock-timeout", "soon"),
                List.of("rollback", "--url", URL, "--to", "L", "--yes", "--lock-patience", "0s"),
                List.of("cleanup", "--url", URL, "--older-than", "-1h"),
                List.of("prune", "--url", URL),
                List.of("prune", "--url", URL, "--keep-days", "many"),
                List.of("prune", "--url", URL, "--keep-days", "-1"),
                List.of("remove-partitioning", "--url", URL, "--yes"),
                List.of("remove-partitioning", "--url", URL, "t"),
                List.of("drop-column", "--url", URL, "--yes"),
                List.of("drop-column", "--url", URL, "--yes", "column"),
                List.of("drop-column", "--url", URL, "--yes", "table."),
                List.of("drop-table", "--url", URL, "--yes"));
    }

    @ParameterizedTest
    @MethodSource("badUsage")
    void badUsageIsOneClearSentence(List<String> args) {
        Cli.Result result = Cli.run(args.toArray(String[]::new));
        assertThat(result.code()).as(result.all()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().count()).as(result.err()).isBetween(1L, 2L);
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource("badUsage")
    void badUsageAsJson(List<String> args) {
        if (args.contains("--format") || args.isEmpty() || args.size() == 2) {
            return; // asks for another format, or ends in the middle of an option
        }
        Cli.Result result =
                Cli.run(Stream.concat(args.stream(), Stream.of("--format=json")).toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.json().path("exitCode").asInt()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(result.json().path("error").path("message").asText()).isNotBlank();
    }

    @Test
    void theServerIsDown() {
        Cli.Result result = Cli.run("status", "--url", URL, "--format", "json");
        assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.json().path("error").path("message").asText())
                .startsWith("Cannot connect to " + URL)
                .contains("refused");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aStackTraceNeedsDebug() {
        assertThat(Cli.run("status", "--url", URL).err()).doesNotContain("\tat ");
        assertThat(Cli.run("status", "--url", URL, "--debug").err()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/none?user=me&password=hunter2&ssl=false",
                "jdbc:postgresql://localhost:1/none?password=hunter2",
                "jdbc:postgresql://me:hunter2@localhost:1/none",
                "jdbc:postgresql://me:hunter2@localhost:port/none",
                "jdbc:postgresql://me:hunter2@x@localhost:1/none",
                "jdbc:mysql://me:hunter2@localhost:1/none?password=hunter2",
                "postgres://me:hunter2@localhost:1/none",
                "jdbc:foo:bar;user=me;password=hunter2;more=1",
            })
    void noPasswordOfAUrlIsPrinted(String url) {
        for (String format : List.of("text", "json")) {
            Cli.Result result = Cli.run("status", "--debug", "--format", format, "--url", url);
            assertThat(result.code()).isIn(ExitCodes.BAD_INPUT, ExitCodes.FAILED);
            assertThat(result.all()).doesNotContain("hunter2");
        }
    }

    @ParameterizedTest
    @CsvSource({"--password", "--password=hunter2", "--passwd", "--pass", "-p", "--password-env"})
    void noPasswordOnTheCommandLineIsPrinted(String option) {
        Cli.Result result = Cli.run("status", "--url", URL, option, "hunter2");
        assertThat(result.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(result.all()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capture",
                "backups",
                "mark-migrated",
                "verify-backup",
                "adopt",
                "plan",
                "rollback",
                "resume",
                "verify",
                "status",
                "history",
                "cleanup",
                "prune",
                "remove-partitioning",
                "drop-column",
                "drop-table"
            })
    void everyCommandHasHelp(String command) {
        Cli.Result result = Cli.run(command, "--help");
        assertThat(result.code()).isEqualTo(ExitCodes.DONE);
        assertThat(result.out()).contains("Usage: rollback " + command).contains("--url");
        assertThat(Cli.run("--help").out()).contains(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "remove-partitioning", "drop-column", "drop-table"})
    void whatRunsCanKeepWritersWaiting(String command) {
        assertThat(Cli.run(command, "--help").out()).contains("--force-offline");
    }

    @Test
    void helpListsTheExitCodes() {
        assertThat(Cli.run("--help").out()).contains("Exit codes:").contains("  3  refused");
        assertThat(Cli.run("--version").out()).startsWith("rollback ");
    }

    @Test
    void aPlanFileThatIsNoTextIsRefused(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("plan.json");
        java.nio.file.Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Cli.Result result = Cli.run("rollback", "--url", URL, "--yes", "--plan", file.toString());
        assertThat(result.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(result.err()).contains("not a text file");
    }
}
