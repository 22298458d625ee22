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
 * @param runner the session that runs something at this moment, in words; empty when nobody does, so that open runs were
 *     interrupted and wait for {@code resume}
 */
public record Status(
        List<Run> openRuns,
        List<Run> keptByRuns,
        long completed,
        long failed,
        List<BackupSummary> backups,
        String runner) {
    public Status {
        openRuns = List.copyOf(openRuns);
        keptByRuns = List.copyOf(keptByRuns);
        backups = List.copyOf(backups);
    }
}
