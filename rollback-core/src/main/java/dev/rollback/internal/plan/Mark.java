// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.model.ObjectId;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the moment when the migration had ended.
 *
 * @param position where in the server's history it was; empty when nobody told
 * @param survivors for tables that lost rows: the relation with the keys of saved rows that the migration left in place
 */
public record Mark(String position, Map<ObjectId, Relation> survivors) {
    /** Nobody told when the migration had ended. */
    public static final Mark NONE = new Mark("", Map.of());

    public Mark {
        survivors = Map.copyOf(survivors);
    }

    boolean isKnown() {
        return !position.isEmpty();
    }

    Optional<Relation> survivorsOf(ObjectId table) {
        return Optional.ofNullable(survivors.get(table));
    }
}
