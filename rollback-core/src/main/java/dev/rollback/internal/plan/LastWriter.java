// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.Map;

/**
 * Who wrote a live row last, as conditions on it with the alias {@code c}; {@code false} where nobody can tell.
 *
 * @param byMigration true when the migration wrote it last, whatever the table
 * @param before true when it was last written before the snapshot
 * @param unchanged for live tables: true when the row is as the migration left it
 */
public record LastWriter(String byMigration, String before, Map<ObjectId, String> unchanged) {
    private static final String NOBODY_KNOWS = "false";

    /** Nobody can tell. */
    public static final LastWriter UNKNOWN = new LastWriter(NOBODY_KNOWS, NOBODY_KNOWS, Map.of());

    public LastWriter {
        unchanged = Map.copyOf(unchanged);
    }

    /** The same with a condition that is true when a row was last written before the snapshot. */
    public LastWriter since(String beforeSnapshot) {
        return new LastWriter(byMigration, beforeSnapshot, unchanged);
    }

    /** A condition on a row of a live table that is true when the migration wrote it last. */
    String byMigration(Table live) {
        return byMigration.equals(NOBODY_KNOWS) ? unchanged.getOrDefault(live.id(), NOBODY_KNOWS) : byMigration;
    }

    boolean isKnown(Table live) {
        return !byMigration(live).equals(NOBODY_KNOWS);
    }

    /** A condition that is true when nobody but the migration wrote the row since the snapshot. */
    String notSince(Table live) {
        return "(" + byMigration(live) + ") OR (" + before + ")";
    }
}
