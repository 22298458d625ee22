// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Following;
import dev.rollback.dialect.RowMerge;
import dev.rollback.internal.TableKeys;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the tables whose rows can be copied again one by one when others write to them meanwhile: each row of the new table comes
 * of one live row and of what does not change, and is found by a key of the live table.
 */
final class OnlineTables {
    /** Steps that look at all rows of a table at once. */
    private static final List<String> WHOLE = List.of("seeds:", "deleted:", "partitions:", "overflow:", "keys:");

    private final Derivation d;
    private final Following following;
    private final Connection connection;

    OnlineTables(Derivation d, Following following, Connection connection) {
        this.d = d;
        this.following = following;
        this.connection = connection;
    }

    Online find(Map<ObjectId, RowMerge> merges) throws SQLException {
        Map<ObjectId, List<Column>> keys = new HashMap<>();
        Map<ObjectId, String> reasons = new HashMap<>();
        for (Map.Entry<ObjectId, RowMerge> entry : merges.entrySet()) {
            ObjectId root = entry.getKey();
            Table live = d.merges().liveOf(root).orElseThrow();
            List<Column> key = key(root, live, entry.getValue());
            Optional<String> whyNot = whyNot(root, live, entry.getValue(), key);
            if (whyNot.isPresent()) {
                reasons.put(root, whyNot.get());
            } else {
                keys.put(root, key);
            }
        }
        return new Online(keys, reasons);
    }

    private Optional<String> whyNot(ObjectId root, Table live, RowMerge merge, List<Column> key) throws SQLException {
        for (String step : WHOLE) {
            if (d.graph().has(step + root)) {
                return Optional.of("what the migration did to its rows is undone for all of them at once");
            }
        }
        for (ColumnRule rule : merge.rules()) {
            String column = "column " + rule.target().name();
            if (rule.lookup() != null) {
                return Optional.of(column + " holds keys that the migration replaced");
            }
            if (rule.isDestroyed() && rule.target().identity() != null) {
                return Optional.of("rows written since get new numbers in " + column);
            }
        }
        if (key.isEmpty()) {
            return Optional.of("it has no key of columns that never are null and that stay as they are");
        }
        for (SchemaObject part : d.snapshot().partsOf(root)) {
            boolean late =
                    part.id().kind() != ObjectKind.FOREIGN_KEY && !d.places().isOnShadow(part);
            if (late && d.graph().has("fit:" + part.id())) {
                return Optional.of("rows are fitted to " + part.id().kind().label() + " "
                        + part.id().name() + ", which comes back after the exchange only");
            }
        }
        return following.whyNot(connection, live, key);
    }

    /** A live key that the new table has too, under the same names, and finds rows by. */
    private List<Column> key(ObjectId root, Table live, RowMerge merge) {
        for (List<String> names : TableKeys.of(d.input().live(), live)) {
            List<Column> columns = new ArrayList<>();
            for (ColumnRule rule : merge.rules()) {
                Column current = rule.current();
                if (current != null
                        && merge.isPlain(rule)
                        && names.contains(current.name())
                        && current.name().equals(rule.target().name())) {
                    columns.add(current);
                }
            }
            if (columns.size() == names.size() && isFound(root, names)) {
                return columns;
            }
        }
        return List.of();
    }

    private boolean isFound(ObjectId root, List<String> key) {
        return d.snapshot().partsOf(root).stream()
                .map(p -> p instanceof Constraint c && c.isKey()
                        ? c.columns()
                        : p instanceof Index i ? i.columns() : List.<String>of())
                .anyMatch(columns -> !columns.isEmpty() && key.contains(columns.get(0)));
    }
}
