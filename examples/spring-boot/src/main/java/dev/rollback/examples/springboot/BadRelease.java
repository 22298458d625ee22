// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackException;
import dev.rollback.RollbackReport;
import dev.rollback.flyway.FlywayRollback;
import dev.rollback.plan.RollbackPlan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A shop gets a release that fails its health gate, goes back to the one before and keeps serving. Without an argument it runs on
 * an embedded PostgreSQL; with a JDBC URL of PostgreSQL in a schema {@code shop} of its own there.
 */
public final class BadRelease {
    private final String url;
    private final PrintStream out;
    private boolean well = true;

    BadRelease(String url, PrintStream out) {
        this.url = url;
        this.out = out;
    }

    /** Tells the story; the JVM ends with 1 when something is not as it should be. */
    public static void main(String[] args) throws Exception {
        boolean well;
        if (args.length > 0) {
            well = new BadRelease(args[0], System.out).tell();
        } else {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                well = new BadRelease(server.getJdbcUrl("postgres", "postgres"), System.out).tell();
            }
        }
        if (!well) {
            System.exit(1);
        }
    }

    /** Returns whether all went well. */
    boolean tell() throws Exception {
        chapter("Release 1 starts, migrates to version 1 and serves");
        try (Release one = Release.start(1, url)) {
            expect("200", "POST /orders", one.post("/orders?customer=1&amount=19.99"));
            expect("200", "POST /orders", one.post("/orders?customer=2&amount=5.49"));
            expect("UP", "GET  /actuator/health/gate", one.get("/actuator/health/gate"));
        }

        chapter("Release 2 starts: captures, migrates to version 2 and serves");
        try (Release two = Release.start(2, url)) {
            expect("UP", "GET  /actuator/health/readiness", two.get("/actuator/health/readiness"));
            expect("200", "POST /orders", two.post("/orders?customer=1&amount=45"));
            expect("200", "POST /orders/1/delivered", two.post("/orders/1/delivered"));
            expect("DOWN", "GET  /actuator/health/gate", two.get("/actuator/health/gate"));
            say("The gate is closed: release 2 gets no more traffic. Its operator goes back.");
            goBack(two.rollback());
            expect("DOWN", "GET  /actuator/health/readiness", two.get("/actuator/health/readiness"));
            expect("proven\":1", "GET  /actuator/rollback", two.get("/actuator/rollback"));
        }

        chapter("Release 1 starts again and keeps serving");
        try (Release one = Release.start(1, url)) {
            expect("UP", "GET  /actuator/health/readiness", one.get("/actuator/health/readiness"));
            expect("UP", "GET  /actuator/health/gate", one.get("/actuator/health/gate"));
            expect("19.99", "GET  /orders/1", one.get("/orders/1"));
            expect("45.00", "GET  /orders/3", one.get("/orders/3"));
            expect("200", "POST /orders", one.post("/orders?customer=2&amount=7.77"));
        }
        say(
                well
                        ? "Everything is back: the cents and the mail addresses of before, and the order of release 2 too."
                        : "Something is NOT as it should be: see above.");
        return well;
    }

    private void goBack(FlywayRollback rollback) {
        chapter("plan: changes nothing");
        RollbackPlan plan = rollback.planUndoLast();
        say(plan.toText());

        chapter("revert: the operator has read the plan and accepts that the priority of orders goes");
        RevertOptions accepted = RevertOptions.builder()
                .allowDataLoss(true)
                .operator("Ina")
                .reason("orders do not add up")
                .ticket("OPS-12")
                .build();
        RollbackReport report;
        try {
            report = rollback.revert(plan, accepted);
        } catch (RollbackException e) {
            say(String.valueOf(e.getMessage()));
            well = false;
            return;
        }
        say(report.toText());
        well &= report.isProven() && rollback.rollback().verify(report.target()).isClean();
        for (MigrationInfo info : rollback.flyway().info().all()) {
            say("Flyway: " + info.getScript() + " is " + info.getState().getDisplayName());
        }
    }

    private void chapter(String heading) {
        out.println();
        out.println("== " + heading);
    }

    private void say(String text) {
        text.lines().forEach(line -> out.println(("   " + line).stripTrailing()));
    }

    private void expect(String part, String what, String answer) {
        boolean as = answer.contains(part);
        well &= as;
        say("%-32s %s%s".formatted(what, answer, as ? "" : "   WRONG, expected " + part));
    }
}
