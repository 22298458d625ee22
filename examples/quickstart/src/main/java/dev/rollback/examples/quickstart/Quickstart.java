// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackReport;
import dev.rollback.capture.Backup;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.verify.Verification;
import java.sql.SQLException;
import java.util.List;

/**
 * A migration goes wrong, and everything comes back. Without an argument it runs on an embedded PostgreSQL, with a JDBC URL on
 * that PostgreSQL, MySQL or MariaDB, in schemas of its own. {@code -Dquickstart.scale=0.01} makes it small.
 */
public final class Quickstart {
    private static final String LABEL = "before-v42";

    private final Server server;
    private final Sizes sizes;
    private final Script script;
    private final Console console;

    Quickstart(Server server, double scale, Console console) {
        this.server = server;
        this.sizes = new Sizes(scale);
        this.script = new Script(server, sizes.settings());
        this.console = console;
    }

    /** Tells the story; the JVM ends with 1 if the proof fails. */
    public static void main(String[] args) throws Exception {
        double scale = Double.parseDouble(System.getProperty("quickstart.scale", "1"));
        boolean proven;
        try (Server server = args.length == 0 ? Server.start() : Server.at(args[0])) {
            proven = new Quickstart(server, scale, new Console(System.out)).tell();
        } catch (SQLException | RollbackException e) {
            System.err.println("The quickstart stopped: " + e.getMessage());
            proven = false;
        }
        if (!proven) {
            System.exit(1);
        }
    }

    /** Returns whether everything came back. */
    boolean tell() throws Exception {
        console.title("Rollback on " + server.version() + ", " + server.place());

        console.chapter("A journal application with its data", this::create);
        Rollback rollback =
                Rollback.builder(server.dataSource()).schemas("journal").build();

        Backup backup = console.chapter("capture(\"before-v42\")", () -> rollback.capture(LABEL));
        console.fact("rows", backup.rows());
        console.fact("objects", backup.model().objects().size());

        console.chapter("Migration v42: other keys, a column dropped, one cut short, partitions", this::migrate);
        console.chapter("The new release writes: inserts, updates, deletes", this::write);

        RollbackPlan plan = console.chapter("plan(\"before-v42\"): changes nothing", () -> rollback.plan(LABEL));
        console.say(plan.toText());
        console.say("The losses above have no place in the old shape. We accept them by name: they are put aside,");
        console.say("not thrown away. Without allowDataLoss(true) the next step would be refused.");

        RevertOptions options = RevertOptions.builder()
                .allowDataLoss(true)
                .reason("v42 breaks the login")
                .ticket("OPS-4711")
                .build();
        RollbackReport report = console.chapter("revert(plan)", () -> rollback.revert(plan, options));
        console.say(report.toText());

        Verification verification = console.chapter("verify(\"before-v42\")", () -> rollback.verify(LABEL));
        console.fact("levels passed", verification.levels().size() - failed(verification));
        verification.findings().forEach(finding -> console.say(finding.toString()));
        boolean proven = prove() && report.isProven() && verification.isClean();
        goOn(report, proven);
        return proven;
    }

    private boolean create() throws Exception {
        script.run("schema.sql");
        script.run("data.sql");
        script.run("indexes.sql");
        script.run("witness.sql");
        return true;
    }

    private boolean migrate() throws Exception {
        script.run("migration.sql");
        return true;
    }

    private boolean write() throws Exception {
        script.run("application.sql");
        return true;
    }

    private boolean prove() throws Exception {
        List<Proof.Result> results = console.chapter(
                "A second opinion: plain SQL against copies that the library does not know",
                () -> new Proof(server, script).run());
        for (Proof.Result result : results) {
            console.result(result);
        }
        return results.stream().allMatch(r -> r.wrong() == 0 && r.compared() > 0);
    }

    private static long failed(Verification verification) {
        return verification.levels().stream()
                .filter(rung -> !rung.findings().isEmpty())
                .count();
    }

    private void goOn(RollbackReport report, boolean proven) {
        console.title(proven ? "Everything is back." : "Something is NOT back: see above.");
        long quarantined = report.quarantined().stream()
                .mapToLong(RollbackReport.Quarantined::rows)
                .sum();
        console.fact(
                "rows moved", report.steps().stream().mapToLong(s -> s.rows()).sum());
        console.fact("migrated tables, kept aside", report.kept().size());
        console.fact("rows that do not fit, kept", quarantined);
        console.say("Nothing was thrown away: all of that is in migration_backup.");
        console.say("To go on:  rollback.cleanup(\"%s\") when nobody needs it any more".formatted(report.run()));
        console.say("           rollback.prune(30) for backups older than 30 days");
        if (!server.isEmbedded()) {
            console.say("           " + server.tidyUp() + " to tidy up");
        }
    }
}
