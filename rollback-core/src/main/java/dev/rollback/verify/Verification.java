// SPDX-License-Identifier: Apache-2.0
package dev.rollback.verify;

import java.util.List;

/**
 * The outcome of a comparison.
 *
 * @param target the label of the snapshot
 * @param levels every rung, with how much it compared
 */
public record Verification(String target, List<Rung> levels) {

    /**
     * One rung.
     *
     * @param level which
     * @param compared how many things were compared; 0 when there was nothing of the kind
     * @param findings the differences
     * @param skipped why it was not climbed; empty when it was
     */
    public record Rung(Level level, long compared, List<Finding> findings, String skipped) {
        public Rung {
            findings = List.copyOf(findings);
        }
    }

    public Verification {
        levels = List.copyOf(levels);
    }

    public boolean isClean() {
        return findings().isEmpty();
    }

    /** All differences, by level. */
    public List<Finding> findings() {
        return levels.stream().flatMap(r -> r.findings().stream()).toList();
    }
}
