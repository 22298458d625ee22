// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import java.time.Instant;

/**
 * A backup that was taken before a migration of Flyway.
 *
 * @param label of the backup
 * @param takenAt when
 * @param version the version that the schema had; empty before the first migration
 * @param before what was about to run, as in {@code V3__split_names.sql}
 * @param rank the last row of the history table at that moment
 * @param signature of the history table at that moment
 */
public record RestorePoint(String label, Instant takenAt, String version, String before, int rank, String signature) {

    /** The version in words. */
    String state() {
        return version.isEmpty() ? "the state before the first migration" : "version " + version;
    }

    @Override
    public String toString() {
        return "'" + label + "' (" + state() + ", before " + before + ", " + takenAt + ")";
    }
}
