// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import java.util.Map;

/**
 * How much there is of everything.
 *
 * @param scale 1 for the story as told in the README, less for a quick test
 */
record Sizes(double scale) {
    long users() {
        return scaled(50_000);
    }

    long entries() {
        return scaled(200_000);
    }

    long tags() {
        return scaled(80_000);
    }

    long reminders() {
        return scaled(30_000);
    }

    long metrics() {
        return scaled(1_000_000);
    }

    long newUsers() {
        return scaled(1_000);
    }

    long newMetrics() {
        return scaled(10_000);
    }

    /** Under the names that the scripts know. */
    Map<String, Long> settings() {
        return Map.of(
                "users", users(),
                "entries", entries(),
                "tags", tags(),
                "reminders", reminders(),
                "metrics", metrics(),
                "new_users", newUsers(),
                "new_metrics", newMetrics());
    }

    private long scaled(long full) {
        return Math.max(10, Math.round(full * scale));
    }
}
