// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import java.util.List;

/**
 * Whether the schema is the one that this release expects, for a readiness check at startup.
 *
 * @param expected the newest version that this release knows; empty when it knows none
 * @param current the version of the schema; empty before the first migration
 * @param reasons why it is not ready, each a sentence; empty when it is
 */
public record Readiness(String expected, String current, List<String> reasons) {
    public Readiness {
        reasons = List.copyOf(reasons);
    }

    public boolean isReady() {
        return reasons.isEmpty();
    }
}
