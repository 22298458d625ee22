// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import java.util.List;
import java.util.Objects;

/**
 * What a backup's tables became in another place.
 *
 * @param label the backup
 * @param schema where they are now
 * @param tables with their rows, as counted and compared there
 * @param leftOut what they had and have not got, such as owners, grants and triggers, each with its name
 */
public record Restored(String label, String schema, List<RestoredTable> tables, List<String> leftOut) {

    /**
     * One table.
     *
     * @param table its new name, as in {@code rescue.users}
     * @param rows how many
     */
    public record RestoredTable(String table, long rows) {}

    public Restored {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(schema, "schema");
        tables = List.copyOf(tables);
        leftOut = List.copyOf(leftOut);
    }

    public long rows() {
        return tables.stream().mapToLong(RestoredTable::rows).sum();
    }
}
