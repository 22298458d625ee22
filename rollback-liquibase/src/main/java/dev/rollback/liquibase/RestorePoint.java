// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import java.time.Instant;

/**
 * A backup that was taken before a change set of Liquibase.
 *
 * @param label of the backup
 * @param takenAt when
 * @param after the last change set that had run, as in {@code db/people.xml::2::ann}; empty before the first
 * @param before the change set that was about to run
 */
public record RestorePoint(String label, Instant takenAt, String after, String before) {

    @Override
    public String toString() {
        return "'" + label + "' (" + (after.isEmpty() ? "before every change set" : "after " + after) + ", before "
                + before + ", " + takenAt + ")";
    }
}
