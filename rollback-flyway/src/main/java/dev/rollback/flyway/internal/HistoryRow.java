// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A row of Flyway's history table.
 *
 * @param version null for a repeatable migration
 */
record HistoryRow(
        int rank, @Nullable MigrationVersion version, String description, String type, String script, boolean success) {
    static final String DELETE = "DELETE";
    /** Rows that Flyway writes for itself: no migration ran for them. */
    private static final Set<String> SYNTHETIC = Set.of("SCHEMA", "BASELINE", DELETE);

    boolean isDelete() {
        return type.equals(DELETE);
    }

    boolean isSynthetic() {
        return SYNTHETIC.contains(type);
    }

    /** Baseline migrations ({@code B2__all.sql}) run in an empty history only, which it never is again. */
    boolean isBaselineMigration() {
        return type.endsWith("_BASELINE");
    }

    /** Rows of the paid undo, which the community edition cannot read. */
    boolean isUndo() {
        return type.startsWith("UNDO_");
    }

    boolean isMigration() {
        return !isSynthetic() && !isUndo();
    }

    /** Whether another row is about the same migration. */
    boolean isOf(HistoryRow other) {
        return version == null
                ? other.version == null && description.equals(other.description)
                : version.equals(other.version);
    }

    /** What people call it. */
    String words() {
        return (version == null ? description : "version " + version) + " (" + script + ")";
    }
}
