// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import java.util.List;

/**
 * Whether the schema is the one that this release's changelog makes, for a readiness check at startup.
 *
 * @param reasons why it is not ready, each a sentence; empty when it is
 */
public record Readiness(List<String> reasons) {
    public Readiness {
        reasons = List.copyOf(reasons);
    }

    public boolean isReady() {
        return reasons.isEmpty();
    }
}
