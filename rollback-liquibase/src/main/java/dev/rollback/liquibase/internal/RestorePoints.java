// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.Rollback;
import dev.rollback.capture.Backup;
import dev.rollback.liquibase.RestorePoint;
import dev.rollback.tool.ToolBackups;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Backups that remember what Liquibase had run. */
record RestorePoints(ToolBackups backups) {
    private static final String AFTER = "liquibase.after";
    private static final String BEFORE = "liquibase.before";
    private static final String ROWS = "liquibase.rows";

    RestorePoints(Rollback rollback, ChangelogTable table) {
        this(new ToolBackups(rollback, "liquibase-before-", "liquibase.table", table.path()));
    }

    /** The newest first. */
    List<Captured> all() {
        return backups.all().stream().map(RestorePoints::captured).toList();
    }

    private static Captured captured(Backup backup) {
        Map<String, String> notes = backup.notes();
        return new Captured(
                new RestorePoint(
                        backup.label(),
                        backup.takenAt(),
                        notes.getOrDefault(AFTER, ""),
                        notes.getOrDefault(BEFORE, "")),
                notes.getOrDefault(ROWS, "").lines().map(ChangelogRow::decoded).toList());
    }

    /** As in {@code liquibase-before-3-order-2}: the change set that comes, and the last that ran. */
    RestorePoint capture(String id, String path, List<ChangelogRow> rows) {
        ChangelogRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        Map<String, String> notes = Map.of(
                AFTER,
                last == null ? "" : last.path(),
                BEFORE,
                path,
                ROWS,
                rows.stream().map(ChangelogRow::encoded).collect(Collectors.joining("\n")));
        return captured(backups.capture(id, "order-" + (last == null ? 0 : last.order()), notes))
                .point();
    }
}
