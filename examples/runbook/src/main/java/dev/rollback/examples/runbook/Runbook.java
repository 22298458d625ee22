// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.runbook;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.rollback.Removal;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A feature of three migrations (a column, five tables, monthly partitions) is taken back while a forgotten cron job goes on
 * writing. Without an argument it runs on an embedded MariaDB; with a JDBC URL of MySQL or MariaDB, on a database of its own
 * there. {@code -Drunbook.snapshots=10000} makes it small.
 */
public final class Runbook {
    private static final String LABEL = "before-feature-004";

    private final DataSource source;
    private final String witness;
    private final PrintStream out;
    private final Script script;

    Runbook(DataSource source, String witness, long snapshots, PrintStream out) {
        this.source = source;
        this.witness = witness;
        this.out = out;
        this.script = new Script(source, Map.of("snapshots", String.valueOf(snapshots), "witness", witness));
    }

    /** Tells the story; the JVM ends with 1 when something is not back. */
    public static void main(String[] args) throws Exception {
        long snapshots = Long.getLong("runbook.snapshots", 270_000);
        boolean back;
        if (args.length > 0) {
            back = on(dataSource(args[0]), snapshots);
        } else {
            try (TestDatabase database = TestMariaDb.shared().freshDatabase()) {
                back = on(database.dataSource(), snapshots);
            }
        }
        if (!back) {
            System.exit(1);
        }
    }

    private static boolean on(DataSource source, long snapshots) throws Exception {
        try {
            return new Runbook(source, witnessOf(source), snapshots, System.out).tell();
        } catch (SQLException | RollbackException e) {
            System.err.println("The runbook stopped: " + e.getMessage());
            return false;
        }
    }

    /** A second database of the server, as a copy in the first would be part of what is rolled back. */
    static String witnessOf(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String name = connection.getCatalog() + "_witness";
            statement.execute("CREATE DATABASE " + name);
            return name;
        }
    }

    private static DataSource dataSource(String url) throws SQLException {
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(url);
        }
        MysqlDataSource mysql = new MysqlDataSource();
        mysql.setURL(url);
        return mysql;
    }

    /** Returns whether everything is back. */
    boolean tell() throws Exception {
        chapter("The theme parks before the feature");
        script.run("schema.sql");
        script.run("data.sql");
        script.run("witness.sql");

        boolean[] apiStopped = {false};
        Rollback rollback = Rollback.builder(source)
                .gate((plan, options) -> apiStopped[0] ? Optional.empty() : Optional.of("the API is still running"))
                .check(Runbook::smokeTest)
                .listener(new Progress())
                .build();

        chapter("capture, then feature 004 and a day of the new release");
        rollback.capture(LABEL);
        script.run("feature-004.sql");
        rollback.markMigrated(LABEL);
        script.run("application.sql");

        chapter("plan: partitions before, steps, losses, estimate; nothing is changed");
        RollbackPlan plan = rollback.plan(LABEL);
        say(plan.toText());
        say("Estimated: " + plan.estimate().toSeconds() + " s");

        chapter("revert, while a cron job that nobody stopped goes on writing");
        apiStopped[0] = true;
        RollbackReport report;
        int collected;
        try (Collector cron = new Collector(source)) {
            report = rollback.revert(
                    plan,
                    RevertOptions.builder()
                            .allowDataLoss(true)
                            .reason("partitions slow the API down")
                            .ticket("OPS-004")
                            .build());
            collected = cron.stop();
        }
        say(report.toText());

        chapter("a second opinion: plain SQL against copies of our own");
        boolean right = report.isProven();
        for (Map.Entry<String, long[]> answer :
                new SecondOpinion(source, witness).ask(collected).entrySet()) {
            long[] numbers = answer.getValue();
            boolean same = numbers[0] == numbers[1];
            right &= same;
            out.printf(
                    Locale.ROOT,
                    "   %-46s %,10d of %,10d %s%n",
                    answer.getKey(),
                    numbers[0],
                    numbers[1],
                    same ? "ok" : "WRONG");
        }

        chapter("cleanup, a day later");
        Removal early = rollback.cleanupOlderThan(Duration.ofHours(24));
        say("dropped now: " + early.removed().size());
        early.stays().forEach(stay -> say("run " + stay.name() + " stays: " + stay.reason()));
        say("and tomorrow, for certain: " + rollback.cleanup(report.run()));
        say(right ? "Everything is back." : "Something is NOT back: see above.");
        return right;
    }

    /** What the API asks for most. */
    private static Optional<String> smokeTest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM open_rides WHERE wait_minutes > 30")) {
            rows.next();
            return rows.getLong(1) > 0 ? Optional.empty() : Optional.of("no ride is open");
        }
    }

    private void chapter(String heading) {
        out.println();
        out.println("== " + heading);
    }

    private void say(String text) {
        text.lines().forEach(line -> out.println(("   " + line).stripTrailing()));
    }

    /** Prints what takes long. */
    private final class Progress implements RollbackListener {
        @Override
        public void progress(dev.rollback.revert.Progress progress) {
            out.printf(Locale.ROOT, "   copying %s: %.0f %%%n", progress.what(), progress.fraction() * 100);
        }

        @Override
        public void stepFinished(RollbackStep step, long rows, Duration took) {
            if (took.toMillis() >= 1000) {
                out.printf(Locale.ROOT, "   %s: %,d rows in %d s%n", step.summary(), rows, took.toSeconds());
            }
        }
    }
}
