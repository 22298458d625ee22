// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.capture.BackupSummary;
import dev.rollback.revert.Run;
import java.util.List;

/**
 * Where things stand.
 *
 * @param openRuns runs that were interrupted or are going on
 * @param keptByRuns runs whose originals wait for {@code cleanup}
 * @param completed how many runs ended well
 * @param failed how many did not
 * @param backups all backups, newest first
 */
public record Status(
        List<Run> openRuns, List<Run> keptByRuns, long completed, long failed, List<BackupSummary> backups) {
    public Status {
        openRuns = List.copyOf(openRuns);
        keptByRuns = List.copyOf(keptByRuns);
        backups = List.copyOf(backups);
    }
}
