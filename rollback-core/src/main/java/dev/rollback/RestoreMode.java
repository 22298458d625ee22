// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

/** What happens to rows written after the migration. */
public enum RestoreMode {
    /**
     * Rows written since survive: surviving columns keep their current values, converted back to the old types; what the
     * migration destroyed comes back from the backup by key. The default.
     */
    MERGE,
    /** The backup is put back exactly. Rows and values written since are put aside and count as loss. */
    IMAGE
}
