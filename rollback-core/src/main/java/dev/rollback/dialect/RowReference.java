// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Constraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that point to others by a foreign key, and so keep them.
 *
 * @param key the foreign key
 * @param leaving how rows of its table are matched with the backup, where those that the migration inserted leave too and keep
 *     nothing; null when every row counts
 * @param above what points to rows of its table
 */
public record RowReference(Constraint key, @Nullable RowMerge leaving, List<RowReference> above) {
    public RowReference {
        above = List.copyOf(above);
    }

    /** Every row of the foreign key's table counts. */
    public static RowReference of(Constraint key) {
        return new RowReference(key, null, List.of());
    }
}
