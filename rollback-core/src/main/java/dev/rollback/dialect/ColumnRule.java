// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Column;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a column of the old shape comes from.
 *
 * @param target the column of the old shape
 * @param current the live column, by its live name, that still holds its value; null when the migration destroyed it
 * @param saved whether the backup holds it too
 * @param rewritten whether the migration itself is known to have rewritten values of it
 * @param parent for the column of a foreign key: where the old value of the referenced key is found; null without
 * @param lookup for a key that the migration replaced, and foreign keys to it: where its old value is found; null without
 */
public record ColumnRule(
        Column target,
        @Nullable Column current,
        boolean saved,
        boolean rewritten,
        @Nullable ParentKey parent,
        @Nullable KeyMap lookup) {

    /** A rule for a column whose key was not replaced. */
    public ColumnRule(
            Column target, @Nullable Column current, boolean saved, boolean rewritten, @Nullable ParentKey parent) {
        this(target, current, saved, rewritten, parent, null);
    }

    /**
     * Old keys by new keys, in a relation with the columns {@code live} and {@code old}.
     *
     * @param map the relation
     * @param by the live column that holds the new key
     */
    public record KeyMap(Relation map, Column by) {}

    /**
     * The old key of a referenced row.
     *
     * @param saved the backup of the referenced table
     * @param keyColumn the referenced column in it
     * @param key the referenced column's old form
     * @param liveKey the referenced column's live form
     */
    public record ParentKey(Relation saved, String keyColumn, Column key, Column liveKey) {}

    public ColumnRule {
        Objects.requireNonNull(target, "target");
        if (current == null && rewritten) {
            throw new IllegalArgumentException("rewritten without a current column: " + target.name());
        }
    }

    /** The live column, of a rule that has one. */
    public Column live() {
        return Objects.requireNonNull(current, "current");
    }

    /** The same rule for a column whose key was replaced. */
    public ColumnRule lookingUp(KeyMap map) {
        return new ColumnRule(target, current, saved, rewritten, parent, map);
    }

    /** Whether the value of the live column can be taken as it is. */
    public boolean isPlain() {
        return current != null && current.sameValues(target) && !rewritten;
    }

    /** Whether it comes from the backup only. */
    public boolean isDestroyed() {
        return current == null;
    }
}
