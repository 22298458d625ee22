// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.Rollback;
import dev.rollback.capture.Backup;
import dev.rollback.flyway.RestorePoint;
import dev.rollback.tool.ToolBackups;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Backups that remember where Flyway stood. */
record RestorePoints(ToolBackups backups) {
    private static final String RANK = "flyway.rank";
    private static final String VERSION = "flyway.version";
    private static final String BEFORE = "flyway.before";
    private static final String SIGNATURE = "flyway.signature";

    RestorePoints(Rollback rollback, HistoryTable table) {
        this(new ToolBackups(rollback, "flyway-before-", "flyway.history", table.path()));
    }

    /** The newest first. */
    List<RestorePoint> all() {
        return backups.all().stream().map(RestorePoints::point).toList();
    }

    private static RestorePoint point(Backup backup) {
        Map<String, String> notes = backup.notes();
        return new RestorePoint(
                backup.label(),
                backup.takenAt(),
                notes.getOrDefault(VERSION, ""),
                notes.getOrDefault(BEFORE, ""),
                Integer.parseInt(notes.getOrDefault(RANK, "0")),
                notes.getOrDefault(SIGNATURE, ""));
    }

    /** As in {@code flyway-before-3-rank-2}: the version that comes, and the last row of the history before it. */
    RestorePoint capture(MigrationInfo next, History history) {
        int rank = history.lastRank();
        String name = next.getVersion() == null
                ? next.getDescription()
                : next.getVersion().toString();
        return point(backups.capture(
                name,
                "rank-" + rank,
                Map.of(
                        RANK,
                        String.valueOf(rank),
                        VERSION,
                        history.version().map(MigrationVersion::toString).orElse(""),
                        BEFORE,
                        next.getScript(),
                        SIGNATURE,
                        history.signature(rank))));
    }
}
