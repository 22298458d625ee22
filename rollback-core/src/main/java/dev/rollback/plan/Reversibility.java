// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

/** How a step stands to the data, from the best to the worst. */
public enum Reversibility {
    /** Nothing is lost, no backup is needed. */
    LOSSLESS,
    /** Nothing is lost, since the backup holds what the migration destroyed. */
    NEEDS_BACKUP,
    /** Something written since has no place in the old shape; it is put aside. */
    LOSSY,
    /** It cannot be done; the reason stands in the step. */
    IMPOSSIBLE
}
