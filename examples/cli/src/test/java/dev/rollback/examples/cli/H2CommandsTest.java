// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands on an H2 database in a file. A connection keeps it open, as a file that is closed and opened again at once was seen as it
 * had been before.
 */
class H2CommandsTest {
    private static final String LABEL = "before-v42";

    @TempDir
    private Path directory;

    private Connection open;

    @BeforeEach
    void before() throws SQLException {
        open = DriverManager.getConnection(url());
        execute("""
                CREATE TABLE users (id integer PRIMARY KEY, email varchar(50) NOT NULL UNIQUE, phone varchar(20));
                CREATE TABLE notes (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, body varchar(100));
                INSERT INTO users SELECT x, 'u' || x || '@example.org', '555-' || x FROM system_range(1, 200);
                INSERT INTO notes SELECT x, x, 'note ' || x FROM system_range(1, 100);
                """);
    }

    @AfterEach
    void after() throws SQLException {
        open.close();
    }

    private void migrate() throws SQLException {
        execute("""
                ALTER TABLE users DROP COLUMN phone;
                ALTER TABLE users ADD COLUMN nickname varchar(20);
                DROP TABLE notes;
                INSERT INTO users VALUES (201, 'new@example.org', 'neo');
                """);
    }

    @Test
    void aWholeNight() throws Exception {
        assertThat(expect(ExitCodes.DONE, "status").out()).contains("There are no backups", "capture --label");
        assertThat(expect(ExitCodes.DONE, "capture", "--label", LABEL).out()).contains("PUBLIC.USERS", "200");
        assertThat(expect(ExitCodes.DONE, "backups").out()).contains(LABEL, "300");
        assertThat(expect(ExitCodes.DONE, "verify-backup", LABEL, "--drill").out())
                .contains("is sound");
        expect(ExitCodes.DONE, "verify", "--to", LABEL);
        migrate();
        assertThat(expect(ExitCodes.DIFFERENCES, "verify", "--to", LABEL).out()).contains("PHONE", "NOTES");
        assertThat(expect(ExitCodes.DONE, "plan", "--to", LABEL).out()).contains("USERS", "NOTES", "NICKNAME");
        assertThat(expect(ExitCodes.BAD_INPUT, "rollback", "--to", LABEL, "--allow-data-loss")
                        .err())
                .contains("--yes");
        assertThat(expect(ExitCodes.REFUSED, "rollback", "--to", LABEL, "--yes").err())
                .contains("NICKNAME", "--allow-data-loss");
        assertThat(value("SELECT count(nickname) FROM users")).isEqualTo("1");

        expect(ExitCodes.DONE, "rollback", "--to", LABEL, "--yes", "--allow-data-loss", "--ticket", "OPS-1");
        expect(ExitCodes.DONE, "verify", "--to", LABEL);
        assertThat(value("SELECT count(phone) || ' of ' || count(*) FROM users"))
                .isEqualTo("200 of 201");
        assertThat(value("SELECT count(*) FROM notes")).isEqualTo("100");
        assertThat(expect(ExitCodes.DONE, "status").out()).contains("1 run ended well", "cleanup");
        JsonNode run = expect(ExitCodes.DONE, "history", "--format", "json")
                .json()
                .path("runs")
                .path(0);
        assertThat(run.path("ticket").asText()).isEqualTo("OPS-1");
        assertThat(expect(ExitCodes.DONE, "cleanup", run.path("id").asText()).out())
                .contains("migration_backup");
        expect(ExitCodes.DONE, "prune", "--keep-days", "0", "--yes");
        assertThat(expect(ExitCodes.DONE, "backups").out()).doesNotContain(LABEL);
    }

    @Test
    void aSavedPlanOfADatabaseThatDrifted() throws Exception {
        expect(ExitCodes.DONE, "capture", "--label", LABEL);
        migrate();
        String plan = directory.resolve("plan.json").toString();
        expect(ExitCodes.DONE, "plan", "--to", LABEL, "--out", plan);
        execute("ALTER TABLE users ADD COLUMN later integer");
        assertThat(expect(ExitCodes.REFUSED, "rollback", "--plan", plan, "--yes", "--allow-data-loss")
                        .err())
                .contains("USERS");
        execute("ALTER TABLE users DROP COLUMN later");
        expect(ExitCodes.DONE, "rollback", "--plan", plan, "--yes", "--allow-data-loss");
        expect(ExitCodes.DONE, "verify", "--to", LABEL);
    }

    @Test
    void backupsInFiles() throws Exception {
        String backups = Files.createDirectory(directory.resolve("backups")).toString();
        expect(ExitCodes.DONE, "capture", "--label", LABEL, "--provider", "file", "--dir", backups);
        migrate();
        expect(ExitCodes.DONE, "rollback", "--to", LABEL, "--yes", "--allow-data-loss", "--dir", backups);
        expect(ExitCodes.DONE, "verify", "--to", LABEL, "--dir", backups);
        assertThat(value("SELECT count(phone) FROM users")).isEqualTo("200");
    }

    @Test
    void aWrongLabel() {
        assertThat(expect(ExitCodes.BAD_INPUT, "plan", "--to", LABEL).err()).contains("migration_backup not found");
        expect(ExitCodes.DONE, "capture", "--label", LABEL);
        assertThat(expect(ExitCodes.BAD_INPUT, "plan", "--to", "ghost").err()).contains("ghost");
        assertThat(expect(ExitCodes.BAD_INPUT, "rollback", "--to", "ghost", "--yes")
                        .err())
                .contains("ghost");
        assertThat(expect(ExitCodes.BAD_INPUT, "verify", "--to", "ghost").err()).contains("ghost");
        assertThat(expect(ExitCodes.BAD_INPUT, "verify-backup", "ghost").err()).contains("ghost");
        assertThat(expect(ExitCodes.BAD_INPUT, "capture", "--label", LABEL).err())
                .contains(LABEL);
        assertThat(expect(ExitCodes.BAD_INPUT, "capture", "--label", "x", "--schema", "GHOSTS")
                        .err())
                .contains("GHOSTS");
    }

    /** H2 by itself would make an empty database there. */
    @Test
    void aWrongPathMakesNoDatabase() {
        Path missing = directory.resolve("mistyped");
        Cli.Result result = Cli.run("capture", "--label", LABEL, "--url", "jdbc:h2:file:" + missing + ";USER=sa");
        assertThat(result.code()).as(result.all()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err())
                .contains(missing.toString(), "not found")
                .doesNotContain("Exception")
                .hasLineCount(1);
        assertThat(directory.resolve("mistyped.mv.db")).doesNotExist();
    }

    @Test
    void aWrongPassword() {
        Cli.Result result = Cli.run("status", "--url", url() + ";PASSWORD=hunter2");
        assertThat(result.code()).as(result.all()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err()).contains("password").hasLineCount(1);
        assertThat(result.all()).doesNotContain("hunter2");
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Files.writeString(directory.resolve("other.mv.db"), "not a database");
        Cli.Result result = Cli.run("status", "--url", "jdbc:h2:file:" + directory.resolve("other") + ";USER=sa");
        assertThat(result.code()).as(result.all()).isEqualTo(ExitCodes.FAILED);
        assertThat(result.err()).contains("other").hasLineCount(1);
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("app") + ";USER=sa";
    }

    private Cli.Result expect(int code, String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--url";
        all[args.length + 1] = url();
        Cli.Result result = Cli.run(all);
        assertThat(result.code())
                .as(String.join(" ", args) + "\n" + result.all())
                .isEqualTo(code);
        assertThat(result.all()).doesNotContain("Exception", "\tat ");
        return result;
    }

    private void execute(String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private String value(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
