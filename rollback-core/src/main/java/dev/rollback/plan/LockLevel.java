// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

/** What others must wait for while a step holds its locks. */
public enum LockLevel {
    NONE("nobody waits"),
    WRITERS_WAIT("writers wait, readers go on"),
    ALL_WAIT("readers and writers wait");

    private final String label;

    LockLevel(String label) {
        this.label = label;
    }

    /** In words, for reports. */
    public String label() {
        return label;
    }
}
