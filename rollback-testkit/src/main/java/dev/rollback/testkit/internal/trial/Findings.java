// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.RollbackReport;
import dev.rollback.testkit.Filled;
import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import dev.rollback.testkit.internal.LossLines;
import dev.rollback.testkit.internal.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is found out about a migration, as it is tried. */
final class Findings {
    private final String migration;
    private final Set<String> losses = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();
    private List<String> rows = List.of();
    private List<String> findings = List.of();
    private Outcome outcome = Outcome.REVERSED;
    private Duration up = Duration.ZERO;
    private Duration down = Duration.ZERO;
    private Duration exclusive = Duration.ZERO;
    private String second = "";

    Findings(String migration) {
        this.migration = migration;
    }

    Outcome outcome() {
        return outcome;
    }

    void add(Stopped stopped) {
        outcome = stopped.outcome();
        findings = stopped.findings();
    }

    void note(String note) {
        notes.add(note);
    }

    /** The migration did not run with the rows that there were. */
    void plainer(boolean none, Exception failure) {
        note("tried with " + (none ? "no generated rows" : "plain rows only") + ": with others it fails, "
                + Causes.text(failure));
    }

    void fill(Filled filled) {
        rows = Bench.told(filled);
    }

    void up(Duration took) {
        up = took;
    }

    /** What the second judge says of the state before. */
    void second(String structure) {
        second = structure;
    }

    String second() {
        return second;
    }

    void down(RollbackReport report, Duration took) {
        losses.addAll(LossLines.of(report).lines());
        down = longer(down, took);
        exclusive = longer(exclusive, Waits.exclusive(report));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    MigrationResult result() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(rows);
        return new MigrationResult(migration, outcome, List.copyOf(losses), findings, all, up, down, exclusive);
    }
}
