// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import java.time.Duration;
import java.util.List;

/**
 * What came of one migration.
 *
 * @param migration its name, as the tool writes it
 * @param outcome in a word
 * @param losses what a rollback loses once rows were written, as in {@code COLUMN_REMOVED people.age}; put aside, and no longer in
 *     the tables
 * @param findings the reasons of a refusal, the differences of what came out wrong, or the failure; empty when it was reversed
 * @param notes how it was tried, where that was not as usual
 * @param up how long the migration took the first time, with the capture
 * @param down how long the longest rollback took
 * @param exclusiveLock how long readers and writers waited in it at most
 */
public record MigrationResult(
        String migration,
        Outcome outcome,
        List<String> losses,
        List<String> findings,
        List<String> notes,
        Duration up,
        Duration down,
        Duration exclusiveLock) {

    /** How it ended. */
    public enum Outcome {
        /** Taken back exactly, with rows written in between. */
        REVERSED,
        /** The library refuses to take it back, with reasons; the migration stays applied. */
        REFUSED,
        /** Taken back, and something is not as it was; or it cannot be taken back or migrated again at all. */
        WRONG,
        /** The migration itself fails, whatever the rows are. */
        FAILED,
        /** One before it failed. */
        NOT_REACHED
    }

    public MigrationResult {
        losses = List.copyOf(losses);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** For people. */
    public String toText() {
        StringBuilder text = new StringBuilder(migration).append(": ").append(words());
        findings.forEach(f -> text.append("\n    ").append(f));
        losses.forEach(l -> text.append("\n    loses ").append(l));
        notes.forEach(n -> text.append("\n    note: ").append(n));
        return text.toString();
    }

    private String words() {
        return switch (outcome) {
            case REVERSED -> losses.isEmpty() ? "reversed exactly" : "reversed, with losses";
            case REFUSED -> "cannot be taken back";
            case WRONG -> "comes back wrong";
            case FAILED -> "the migration fails";
            case NOT_REACHED -> "not reached";
        };
    }

    @Override
    public String toString() {
        return toText();
    }
}
