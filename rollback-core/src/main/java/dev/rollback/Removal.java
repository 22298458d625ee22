// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import java.util.List;

/**
 * What a removal by age took away, and what it left.
 *
 * @param removed labels of backups, or relations that runs had kept
 * @param stays what was left, each with the reason
 */
public record Removal(List<String> removed, List<Stay> stays) {

    /**
     * Something that stays.
     *
     * @param name the label of a backup, or the number of a run
     * @param reason why, in words
     */
    public record Stay(String name, String reason) {}

    public Removal {
        removed = List.copyOf(removed);
        stays = List.copyOf(stays);
    }
}
