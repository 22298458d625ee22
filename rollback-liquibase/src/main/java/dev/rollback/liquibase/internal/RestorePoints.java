// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.Rollback;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.liquibase.RestorePoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Backups that remember what Liquibase had run. */
record RestorePoints(Rollback rollback, ChangelogTable table) {
    private static final String PREFIX = "liquibase-before-";
    private static final int LONGEST = 80;
    private static final String TABLE = "liquibase.table";
    private static final String AFTER = "liquibase.after";
    private static final String BEFORE = "liquibase.before";
    private static final String ROWS = "liquibase.rows";

    /** The newest first. */
    List<Captured> all() {
        return rollback.backups().stream()
                .map(BackupSummary::label)
                .filter(label -> label.startsWith(PREFIX))
                .flatMap(label -> rollback.backup(label).flatMap(this::captured).stream())
                .sorted(Comparator.comparing((Captured c) -> c.point().takenAt())
                        .reversed())
                .toList();
    }

    private Optional<Captured> captured(Backup backup) {
        Map<String, String> notes = backup.notes();
        if (!table.path().equals(notes.get(TABLE))) {
            return Optional.empty();
        }
        return Optional.of(new Captured(
                new RestorePoint(
                        backup.label(),
                        backup.takenAt(),
                        notes.getOrDefault(AFTER, ""),
                        notes.getOrDefault(BEFORE, "")),
                notes.getOrDefault(ROWS, "").lines().map(ChangelogRow::decoded).toList()));
    }

    RestorePoint capture(String id, String path, List<ChangelogRow> rows) {
        ChangelogRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        Map<String, String> notes = Map.of(
                TABLE,
                table.path(),
                AFTER,
                last == null ? "" : last.path(),
                BEFORE,
                path,
                ROWS,
                rows.stream().map(ChangelogRow::encoded).collect(Collectors.joining("\n")));
        String label = free(label(id, last == null ? 0 : last.order()));
        return captured(rollback.capture(CaptureOptions.of(label).withNotes(notes)))
                .orElseThrow()
                .point();
    }

    /** As in {@code liquibase-before-3-order-2}: the change set that comes, and the last that ran. */
    private static String label(String id, int order) {
        String printable = (PREFIX + id).replaceAll("\\p{Cntrl}", " ");
        return printable.substring(0, Math.min(LONGEST, printable.length())) + "-order-" + order;
    }

    /** A change set that failed is tried again. */
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
