// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMarks;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of the moment when the migration had ended.
 *
 * @param position where in the server's history it was; empty when nobody told
 * @param survivors for tables that lost rows: the relation with the keys of saved rows that the migration left in place
 * @param states for live tables, where the server's history does not tell who wrote a row: what the rows were
 */
public record Mark(String position, Map<ObjectId, Relation> survivors, Map<ObjectId, State> states) {
    /** Nobody told when the migration had ended. */
    public static final Mark NONE = new Mark("", Map.of(), Map.of());

    public Mark {
        survivors = Map.copyOf(survivors);
        states = Map.copyOf(states);
    }

    /**
     * What the rows of a table were.
     *
     * @param relation holds it
     * @param shape of the table then, see {@link #shape}
     */
    public record State(Relation relation, String shape) {}

    boolean isKnown() {
        return !position.isEmpty();
    }

    Optional<Relation> survivorsOf(ObjectId table) {
        return Optional.ofNullable(survivors.get(table));
    }

    /** Conditions that are true for live rows that are what they were, by table; none for tables of another shape. */
    public Map<ObjectId, String> unchanged(Optional<RowMarks> marks, DatabaseModel live) {
        Map<ObjectId, String> conditions = new TreeMap<>();
        if (marks.isPresent()) {
            states.forEach((id, state) -> live.table(id)
                    .filter(table -> shape(table).equals(state.shape()))
                    .ifPresent(table -> conditions.put(id, marks.get().unchanged(table, state.relation()))));
        }
        return conditions;
    }

    /** Tells tables apart whose rows cannot be compared. */
    static String shape(Table table) {
        return Fingerprint.of(table.attributes() + "\n"
                + table.storedColumns().stream().map(Column::definition).collect(Collectors.joining("\n")));
    }
}
