// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import java.util.List;

/**
 * Whether a backup still is what was captured.
 *
 * @param label the backup
 * @param drill whether it was restored into a scratch schema, not only read
 * @param tables tables that were checked
 * @param rows rows that were read
 * @param problems everything that is wrong, each naming its table; empty for a sound backup
 */
public record BackupCheck(String label, boolean drill, int tables, long rows, List<String> problems) {
    public BackupCheck {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
