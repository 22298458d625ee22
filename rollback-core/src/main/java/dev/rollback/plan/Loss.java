// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

import dev.rollback.model.ObjectId;
import java.util.List;

/**
 * Something that the old shape has no place for, counted before the run.
 *
 * @param kind what happens to it
 * @param table where it is now
 * @param column which column; empty when whole rows are concerned
 * @param rows how many rows
 * @param sampleKeys the keys of a few of them, as {@code id=42}; empty without a key
 * @param explanation in words
 * @param needsAcceptance whether the run is refused unless the caller allows data loss
 * @param place where the data is once the plan has run, with {@code N} for the number of the run; empty when it stays where it is
 */
public record Loss(
        Kind kind,
        ObjectId table,
        String column,
        long rows,
        List<String> sampleKeys,
        String explanation,
        boolean needsAcceptance,
        String place) {

    /** What happens to the data. */
    public enum Kind {
        /** Rows of a table that is removed. */
        TABLE_REMOVED,
        /** Values of a column that is removed. */
        COLUMN_REMOVED,
        /** Rows that do not fit and go to the quarantine. */
        QUARANTINE,
        /** Values that the old type holds less exactly. */
        VALUE_NARROWED,
        /** Values that were rewritten by the migration itself and come back from the backup. */
        REWRITE_UNDONE,
        /** Rows that the migration itself inserted and that leave again. */
        SEED_REMOVED,
        /** Rows or values written since that an image restore replaces by the backup. */
        OVERWRITTEN,
        /** Rows that differ from the backup and are kept as they are: nobody can tell why they differ, or other rows need them. */
        KEPT_AS_IS
    }

    public Loss {
        sampleKeys = List.copyOf(sampleKeys);
    }

    /** The same loss with another place. */
    public Loss at(String other) {
        return new Loss(kind, table, column, rows, sampleKeys, explanation, needsAcceptance, other);
    }

    @Override
    public String toString() {
        return explanation + (sampleKeys.isEmpty() ? "" : " (" + String.join(", ", sampleKeys) + ")");
    }
}
