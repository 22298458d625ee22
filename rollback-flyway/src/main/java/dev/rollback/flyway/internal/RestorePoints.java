// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.Rollback;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.flyway.RestorePoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Backups that remember where Flyway stood. */
record RestorePoints(Rollback rollback, HistoryTable table) {
    private static final String PREFIX = "flyway-before-";
    private static final int LONGEST = 80;
    private static final String HISTORY = "flyway.history";
    private static final String RANK = "flyway.rank";
    private static final String VERSION = "flyway.version";
    private static final String BEFORE = "flyway.before";
    private static final String SIGNATURE = "flyway.signature";

    /** The newest first. */
    List<RestorePoint> all() {
        return rollback.backups().stream()
                .map(BackupSummary::label)
                .filter(label -> label.startsWith(PREFIX))
                .flatMap(label -> rollback.backup(label).flatMap(this::point).stream())
                .sorted(Comparator.comparing(RestorePoint::takenAt).reversed())
                .toList();
    }

    private Optional<RestorePoint> point(Backup backup) {
        Map<String, String> notes = backup.notes();
        if (!table.path().equals(notes.get(HISTORY))) {
            return Optional.empty();
        }
        return Optional.of(new RestorePoint(
                backup.label(),
                backup.takenAt(),
                notes.getOrDefault(VERSION, ""),
                notes.getOrDefault(BEFORE, ""),
                Integer.parseInt(notes.getOrDefault(RANK, "0")),
                notes.getOrDefault(SIGNATURE, "")));
    }

    RestorePoint capture(MigrationInfo next, History history) {
        int rank = history.lastRank();
        String version = history.version().map(MigrationVersion::toString).orElse("");
        String label = free(label(next, rank));
        Map<String, String> notes = Map.of(
                HISTORY,
                table.path(),
                RANK,
                String.valueOf(rank),
                VERSION,
                version,
                BEFORE,
                next.getScript(),
                SIGNATURE,
                history.signature(rank));
        return point(rollback.capture(CaptureOptions.of(label).withNotes(notes)))
                .orElseThrow();
    }

    /** As in {@code flyway-before-3-rank-2}: the version that comes, and the last row of the history before it. */
    private static String label(MigrationInfo next, int rank) {
        String name = next.getVersion() == null
                ? next.getDescription()
                : next.getVersion().toString();
        String printable = (PREFIX + name).replaceAll("\\p{Cntrl}", " ");
        return printable.substring(0, Math.min(LONGEST, printable.length())) + "-rank-" + rank;
    }

    /** A migration that failed is tried again. */
    private String free(String label) {
        Set<String> taken =
                rollback.backups().stream().map(BackupSummary::label).collect(Collectors.toSet());
        String free = label;
        for (int n = 2; taken.contains(free); n++) {
            free = label + "-" + n;
        }
        return free;
    }
}
