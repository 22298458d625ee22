// SPDX-License-Identifier: Apache-2.0
package dev.rollback.verify;

/** The rungs of the verification, each a stronger proof. Every one is reported; the first difference never ends it. */
public enum Level {
    OBJECTS("objects", "the same objects exist"),
    DEFINITIONS("definitions", "each has the same definition"),
    STATES("states", "owners, grants, comments, options, enabled and validated states are the same"),
    COUNTS("row counts", "tables hold the rows they must"),
    CHECKSUMS("row checksums", "their contents are what they must be"),
    ORPHANS("orphans", "no row points to a missing parent"),
    SEQUENCES("sequences", "no sequence will hand out a number again"),
    HOST_CHECKS("host checks", "the host's own checks pass"),
    QUERY_PLANS("query plans", "look-ups by key use the restored indexes");

    private final String label;
    private final String meaning;

    Level(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }
}
