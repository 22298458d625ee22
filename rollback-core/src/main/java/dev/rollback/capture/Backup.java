// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A snapshot: the manifest that says what was captured and where it is.
 *
 * @param label the name that it goes by; unique in a backup schema
 * @param takenAt when the snapshot was taken, by the server's clock
 * @param toolVersion the version of this library that took it
 * @param provider who stores it: {@code schema} or {@code file}
 * @param origin {@code captured}, {@code adopted} or {@code safety}
 * @param position where in the server's own history it was taken, in the dialect's words; empty when unknown
 * @param notes what whoever took it wants to remember, such as where a migration tool stood
 * @param model the structure
 * @param tables the rows; empty for a capture of the structure only
 */
public record Backup(
        String label,
        Instant takenAt,
        String toolVersion,
        String provider,
        Origin origin,
        String position,
        Map<String, String> notes,
        DatabaseModel model,
        List<BackupTable> tables) {

    /** How a backup came to be. */
    public enum Origin {
        /** Taken by this library before a migration. */
        CAPTURED,
        /** Made by somebody else's script and described afterwards. */
        ADOPTED,
        /** Taken by a run before its first change. */
        SAFETY
    }

    public Backup {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(model, "model");
        notes = Map.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** The same backup without some tables and what belongs to them. */
    public Backup excluding(Collection<ObjectId> tables) {
        return new Backup(
                label,
                takenAt,
                toolVersion,
                provider,
                origin,
                position,
                notes,
                model.excluding(tables),
                this.tables.stream().filter(t -> !tables.contains(t.table())).toList());
    }

    public Optional<BackupTable> rowsOf(ObjectId table) {
        return tables.stream().filter(t -> t.table().equals(table)).findFirst();
    }

    public long rows() {
        return tables.stream().mapToLong(BackupTable::rows).sum();
    }

    public long bytes() {
        return tables.stream().mapToLong(BackupTable::bytes).sum();
    }

    @Override
    public String toString() {
        return "backup " + label + " of " + takenAt + ", " + tables.size() + " tables, " + rows() + " rows";
    }
}
