// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in the order in which a night uses them, and what each says when it cannot. */
class CommandsTest {
    private static final String LABEL = "before-v42";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    @TempDir
    private Path directory;

    @BeforeEach
    void before() {
        database.execute("""
                CREATE TABLE users (
                    id varchar(36) PRIMARY KEY, email text NOT NULL UNIQUE, phone text);
                CREATE TABLE notes (
                    id integer PRIMARY KEY, user_id varchar(36) NOT NULL REFERENCES users, body text);
                INSERT INTO users
                    SELECT md5('u' || n)::uuid::text, 'u' || n || '@example.org', '555-' || n FROM generate_series(1, 200) n;
                INSERT INTO notes SELECT n, md5('u' || n)::uuid::text, 'note ' || n FROM generate_series(1, 100) n;
                """);
    }

    @AfterEach
    void after() {
        database.close();
    }

    @Test
    void rowsThatTheMigrationDeletedComeBackWhenItsEndIsMarked() {
        ok("capture", "--label", LABEL);
        database.execute("DELETE FROM notes WHERE id <= 10");
        assertThat(ok("mark-migrated", LABEL).out()).contains("before-v42 is marked");
        database.execute("DELETE FROM notes WHERE id = 11");
        Cli.Result again = run("mark-migrated", LABEL);
        assertThat(again.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(again.err()).contains("marked already");
        assertThat(run("mark-migrated", "ghost").code()).isEqualTo(ExitCodes.BAD_INPUT);
        ok("rollback", "--to", LABEL, "--yes");
        assertThat(database.query("SELECT count(*) FROM notes WHERE id <= 11")).containsExactly(List.of("10"));
    }

    @Test
    void aWholeNight() {
        assertThat(ok("status").out()).contains("There are no backups", "rollback capture --label");
        assertThat(ok("history").out()).contains("no runs yet");

        assertThat(ok("capture", "--label", LABEL).out())
                .contains("public.users", "200", "rollback plan --to before-v42");
        assertThat(ok("backups").out()).contains(LABEL, "300");
        assertThat(ok("verify-backup", LABEL).out()).contains("is sound");
        assertThat(ok("verify-backup", LABEL, "--drill").out()).contains("is sound", "restored");
        assertThat(ok("verify", "--to", LABEL).out()).contains("is what backup before-v42 says");

        migrate();
        Cli.Result differences = run("verify", "--to", LABEL);
        assertThat(differences.code()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(differences.out()).contains("phone", "rollback plan --to before-v42");

        assertThat(ok("plan", "--to", LABEL).out()).contains("users");
        Cli.Result unasked = run("rollback", "--to", LABEL);
        assertThat(unasked.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(unasked.err()).contains("--yes");
        Cli.Result refused = run("rollback", "--to", LABEL, "--yes");
        assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.err()).contains("nickname");
        assertThat(columns()).contains("nickname").doesNotContain("phone");

        ok("rollback", "--to", LABEL, "--allow-data-loss", "--dry-run");
        assertThat(columns()).contains("nickname");
        ok("rollback", "--to", LABEL, "--allow-data-loss", "--yes", "--reason", "login broken", "--ticket", "OPS-1");
        assertThat(columns()).contains("phone").doesNotContain("nickname");
        ok("verify", "--to", LABEL);
        assertThat(ok("history").out()).contains("OPS-1", "login broken");

        JsonNode kept =
                ok("status", "--format", "json").json().path("keptByRuns").path(0);
        assertThat(kept.path("kept")).isNotEmpty();
        assertThat(ok("cleanup", "--older-than", "24h").out()).contains("nothing to drop");
        assertThat(ok("cleanup", kept.path("id").asText()).out()).contains("migration_backup.");
        ok("prune", "--keep-days", "0");
        assertThat(ok("backups").out()).doesNotContain(LABEL);
    }

    @Test
    void everyAnswerCanBeJson() throws Exception {
        Path plan = directory.resolve("plan.json");
        assertThat(json("capture", "--label", LABEL).path("rows").asLong()).isEqualTo(300);
        assertThat(json("backups").path("backups").path(0).path("label").asText())
                .isEqualTo(LABEL);
        assertThat(json("verify-backup", LABEL).path("problems")).isEmpty();
        migrate();
        assertThat(json("plan", "--to", LABEL, "--out", plan.toString())
                        .path("file")
                        .asText())
                .isEqualTo(plan.toString());
        assertThat(json("plan", "--to", LABEL)).isNotEmpty();
        json("rollback", "--plan", plan.toString(), "--allow-data-loss", "--yes");
        assertThat(json("verify", "--to", LABEL).path("levels")).isNotEmpty();
        assertThat(json("status").path("backups")).isNotEmpty();
        assertThat(json("history").path("runs")).isNotEmpty();
        assertThat(json("cleanup", "--older-than", "0m").path("dropped")).isNotEmpty();
        assertThat(json("prune", "--keep-days", "0").path("deleted")).isNotEmpty();
    }

    @Test
    void whatIsNotThereIsBadInput() {
        ok("capture", "--label", LABEL);
        migrate();
        List<List<String>> wrong = List.of(
                List.of("capture", "--label", LABEL),
                List.of("capture", "--label", "other", "--tables", "users,ghosts"),
                List.of("capture", "--label", "other", "--schema", "ghosts"),
                List.of("capture", "--label", "other", "--schema", "pg_catalog"),
                List.of("status", "--schema", "ghosts"),
                List.of("backups", "--schema", "ghosts"),
                List.of("history", "--schema", "ghosts"),
                List.of("verify", "--to", LABEL, "--schema", "ghosts"),
                List.of("plan", "--to", LABEL, "--schema", "ghosts"),
                List.of("rollback", "--to", LABEL, "--schema", "ghosts", "--yes"),
                List.of("prune", "--keep-days", "1", "--schema", "ghosts"),
                List.of("verify-backup", LABEL, "--backup-schema", "elsewhere"),
                List.of("verify-backup", "ghost"),
                List.of("verify", "--to", "ghost"),
                List.of("plan", "--to", "ghost"),
                List.of("plan", "--to", LABEL, "--only", "ghosts"),
                List.of("rollback", "--to", "ghost", "--yes"),
                List.of("rollback", "--to", LABEL, "--only", "ghosts", "--yes"),
                List.of("rollback", "--to", LABEL, "--backup-schema", "elsewhere", "--yes"),
                List.of("resume"),
                List.of("resume", "99"),
                List.of("resume", "seven"),
                List.of("cleanup", "99"),
                List.of("remove-partitioning", "ghosts", "--yes"),
                List.of("remove-partitioning", "users", "--yes"),
                List.of("drop-column", "users.ghost", "--yes"),
                List.of("drop-column", "public.ghosts.id", "--yes"),
                List.of("drop-table", "ghosts", "--yes"));
        for (List<String> args : wrong) {
            Cli.Result result = run(args.toArray(String[]::new));
            assertThat(result.code()).as(args + "\n" + result.all()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(result.err()).as(args.toString()).isNotBlank().doesNotContain("Exception", "\tat ");
        }
        ok("drop-column", "users.ghost", "public.ghosts.id", "--if-exists", "--yes");
        ok("drop-table", "ghosts", "--if-exists", "--yes");
    }

    @Test
    void aPlanRunsAsItWasSavedOrNotAtAll() throws Exception {
        ok("capture", "--label", LABEL);
        migrate();
        Path plan = directory.resolve("plan.json");
        ok("plan", "--to", LABEL, "--format", "json", "--out", plan.toString());

        String text = Files.readString(plan);
        Path edited = directory.resolve("edited.json");
        Files.writeString(edited, text.replace("nickname", "nickname2"));
        assertThat(revert(edited).code()).isEqualTo(ExitCodes.BAD_INPUT);
        Files.writeString(edited, text.substring(0, text.length() / 2));
        assertThat(revert(edited).code()).isEqualTo(ExitCodes.BAD_INPUT);
        Files.writeString(edited, "{}");
        assertThat(revert(edited).code()).isEqualTo(ExitCodes.BAD_INPUT);
        Files.writeString(edited, "");
        assertThat(revert(edited).code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run("rollback", "--plan", plan.toString(), "--to", "other", "--yes")
                        .code())
                .isEqualTo(ExitCodes.BAD_INPUT);

        database.execute("ALTER TABLE users ADD drift integer");
        Cli.Result drifted = revert(plan);
        assertThat(drifted.code()).as(drifted.all()).isEqualTo(ExitCodes.REFUSED);
        assertThat(drifted.err()).contains("users");
        database.execute("ALTER TABLE users DROP drift");

        Cli.Result done = revert(plan);
        assertThat(done.code()).as(done.all()).isEqualTo(ExitCodes.DONE);
        assertThat(columns()).contains("phone").doesNotContain("nickname");
    }

    @Test
    void aPlanIsWrittenInFourFormats() throws Exception {
        ok("capture", "--label", LABEL);
        migrate();
        assertThat(ok("plan", "--to", LABEL, "--format", "sql").out()).containsIgnoringCase("ALTER TABLE");
        assertThat(ok("plan", "--to", LABEL, "--format", "markdown").out()).contains("#");
        Path file = directory.resolve("plan");
        assertThat(ok("plan", "--to", LABEL, "--out", file.toString()).out()).contains("users", "--plan " + file);
        assertThat(Files.readString(file)).startsWith("{");
        Cli.Result nowhere =
                run("plan", "--to", LABEL, "--out", directory.resolve("no/plan").toString());
        assertThat(nowhere.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(nowhere.err()).contains("Cannot write");
    }

    @Test
    void onATerminalNothingHappensWithoutYes() {
        ok("capture", "--label", LABEL);
        migrate();
        String[] command = Cli.on(database, "rollback", "--to", LABEL, "--allow-data-loss");
        for (List<String> answers : List.of(List.<String>of(), List.of("n"), List.of("what?", "plan", ""))) {
            Cli.Result result = Cli.answering(answers, command);
            assertThat(result.code()).isEqualTo(ExitCodes.REFUSED);
            assertThat(result.err()).contains("Losses", "nickname", "not answered with yes");
            assertThat(columns()).contains("nickname");
        }
        assertThat(Cli.answering(List.of("yes"), command).code()).isEqualTo(ExitCodes.DONE);
        assertThat(columns()).doesNotContain("nickname");
    }

    /** Asked before anything is planned: the label is not even looked for. */
    @Test
    void oneRunAtATime() {
        ok("capture", "--label", LABEL);
        migrate();
        List<Cli.Result> meanwhile = new ArrayList<>();
        Rollback running = Rollback.builder(database.dataSource())
                .listener(new RollbackListener() {
                    @Override
                    public void runStarted(String number, int steps) {
                        meanwhile.add(ok("status"));
                        meanwhile.add(run("rollback", "--to", "ghost", "--yes"));
                        meanwhile.add(run("resume", "1"));
                        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                    }
                })
                .build();
        RevertOptions options =
                RevertOptions.builder().allowDataLoss(true).operator("mary").build();
        assertThatThrownBy(() -> running.revert(running.plan(LABEL), options)).hasMessageContaining("resume 1");
        assertThat(meanwhile.get(0).out()).contains("Running since", "session", "mary");
        for (Cli.Result refused : meanwhile.subList(1, 3)) {
            assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCodes.REFUSED);
            assertThat(refused.err()).contains("Run 1 to 'before-v42', begun by mary", "is running in session");
        }
        assertThat(ok("status").out()).contains("It was interrupted", "rollback resume 1");
        Cli.Result open = run("rollback", "--to", "ghost", "--yes");
        assertThat(open.code()).as(open.all()).isEqualTo(ExitCodes.REFUSED);
        assertThat(open.err()).contains("begun by mary", "resume 1");
        ok("resume");
        assertThat(columns()).contains("phone");
    }

    @Test
    void explicitPlans() {
        database.execute("""
                CREATE TABLE metrics (id integer, taken_at date, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
                CREATE TABLE metrics_2025 PARTITION OF metrics FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                INSERT INTO metrics SELECT n, '2025-06-01' FROM generate_series(1, 50) n
                """);
        ok("remove-partitioning", "public.metrics", "--yes");
        assertThat(database.query("SELECT relkind FROM pg_class WHERE relname = 'metrics' AND relnamespace = 2200"))
                .containsExactly(List.of("r"));
        assertThat(database.query("SELECT count(*) FROM metrics")).containsExactly(List.of("50"));

        Cli.Result refused = run("drop-column", "users.phone", "--yes");
        assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCodes.REFUSED);
        ok("drop-column", "users.phone", "--allow-data-loss", "--yes");
        assertThat(columns()).doesNotContain("phone");
        ok("drop-table", "notes", "users", "--allow-data-loss", "--yes");
        assertThat(columns()).isEmpty();
    }

    @Test
    void anAlteredBackupIsFoundAndNotUsed() {
        ok("capture", "--label", LABEL);
        migrate();
        String copy = database.query("""
                SELECT format('%I.%I', n.nspname, c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'phone'
                WHERE n.nspname = 'migration_backup' AND c.relkind = 'r'""").get(0).get(0);
        database.execute("UPDATE " + copy + " SET phone = 'altered' WHERE email = 'u7@example.org'");
        Cli.Result check = run("verify-backup", LABEL);
        assertThat(check.code()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(check.out()).contains("users");
        Cli.Result refused = run("rollback", "--to", LABEL, "--allow-data-loss", "--force", "--yes");
        assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.err()).contains("users");
    }

    private void migrate() {
        database.execute("""
                ALTER TABLE users DROP phone, ADD nickname text;
                UPDATE users SET nickname = 'nick' WHERE email < 'u2';
                """);
    }

    private String columns() {
        return String.valueOf(database.query("""
                SELECT coalesce(string_agg(attname, ' '), '') FROM pg_attribute
                WHERE attrelid = to_regclass('users') AND attnum > 0 AND NOT attisdropped""").get(0).get(0));
    }

    private Cli.Result revert(Path plan) {
        return run("rollback", "--plan", plan.toString(), "--allow-data-loss", "--yes");
    }

    private JsonNode json(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--format=json";
        Cli.Result result = ok(all);
        assertThat(result.err()).isEmpty();
        return result.json();
    }

    private Cli.Result ok(String... args) {
        Cli.Result result = run(args);
        assertThat(result.code())
                .as(String.join(" ", args) + "\n" + result.all())
                .isEqualTo(ExitCodes.DONE);
        return result;
    }

    private Cli.Result run(String... args) {
        Cli.Result result = Cli.run(Cli.on(database, args));
        if (!database.password().isBlank() && !database.password().equals(database.user())) {
            assertThat(result.all()).doesNotContain(database.password());
        }
        return result;
    }
}
