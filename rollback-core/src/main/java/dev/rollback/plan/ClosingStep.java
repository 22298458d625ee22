// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

import java.util.List;
import java.util.Objects;

/**
 * What a migration tool writes into its own record when a run takes its migrations back: the last step of the run, in the run's
 * transaction where there is one, and journaled like every other step.
 *
 * @param schema the schema of the record
 * @param table the record, which the host excludes from capture and comparison
 * @param summary what is written, in words
 * @param sql the statements, with their schemas in all names; each changes nothing when it is done a second time, as a resumed
 *     run repeats them
 * @param guard a query for one text that tells whether the record is the one that the plan was made for; empty without
 * @param expected what the guard must answer before the first change
 */
public record ClosingStep(
        String schema, String table, String summary, List<String> sql, String guard, String expected) {
    public ClosingStep {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
        sql = List.copyOf(sql);
    }

    /** For a run that goes on: it may have changed the record itself. */
    public ClosingStep unguarded() {
        return new ClosingStep(schema, table, summary, sql, "", "");
    }
}
