// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import dev.rollback.model.ObjectId;
import java.util.List;
import java.util.Objects;

/**
 * The rows of one table in a backup.
 *
 * @param table the table that was captured
 * @param storedAs where its rows are: a relation of the backup schema, or a file
 * @param columns the columns that were stored, in order; generated ones are left out
 * @param rows how many
 * @param checksum over all rows, independent of their order: of their values in a backup schema, of their text form in files
 * @param bytes size where they are stored
 */
public record BackupTable(
        ObjectId table, String storedAs, List<String> columns, long rows, String checksum, long bytes) {
    public BackupTable {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(storedAs, "storedAs");
        columns = List.copyOf(columns);
        Objects.requireNonNull(checksum, "checksum");
    }
}
