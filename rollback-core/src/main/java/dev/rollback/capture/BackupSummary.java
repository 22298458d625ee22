// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import java.time.Instant;

/**
 * A line of the list of backups, read without the manifest.
 *
 * @param label the name that it goes by
 * @param takenAt when
 * @param tables tables with rows
 * @param rows over all tables
 * @param bytes over all tables
 * @param provider who stores it
 * @param origin how it came to be
 * @param checkedAt when it last passed its check; null if never
 */
public record BackupSummary(
        String label,
        Instant takenAt,
        int tables,
        long rows,
        long bytes,
        String provider,
        Backup.Origin origin,
        @org.jspecify.annotations.Nullable Instant checkedAt) {}
