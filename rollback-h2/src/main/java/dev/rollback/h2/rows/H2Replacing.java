// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.dialect.RuleColumns;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the backup's values back into rows that do not fit, where that makes them fit: in the columns of the rule, and of all
 * rules that share columns with it. A row stays as it is where a value is taken by another row, a parent is gone, or other rows
 * point to it by these values. The present rows are c, the backup's b.
 */
final class H2Replacing {
    private final Violation violation;
    private final RuleColumns rules;
    private final List<Column> columns;
    private final List<Column> shown;
    private final List<Column> key;

    /**
     * @param columns of the rows as they are
     * @param shown by what people know a row
     */
    H2Replacing(Violation violation, List<Column> columns, List<Column> shown) {
        this.violation = violation;
        this.rules = new RuleColumns(violation, H2Names::within);
        this.columns = columns;
        this.shown = shown;
        this.key = H2Rows.columns(violation.table(), violation.key());
    }

    /** @param bad a query of {@code r, reason}; empty when no row can be mended */
    List<String> statements(String bad, String backupSchema) {
        Relation saved = violation.saved();
        Map<String, Column> values = new LinkedHashMap<>();
        H2Rows.columns(violation.table(), rules.changed()).forEach(c -> values.put(c.name(), c));
        boolean settable = values.values().stream().allMatch(H2PutBack::isSettable);
        if (saved == null || key.isEmpty() || rules.isKey() || !rules.arePlain() || !settable) {
            return List.of();
        }
        return new H2PutBack(violation.on(), violation.table().id(), values, columns, shown)
                .statements("w.reason || " + literal(VALUE_REPLACED), rows(bad, saved), backupSchema);
    }

    private String rows(String bad, Relation saved) {
        List<String> conditions = new ArrayList<>();
        rules.uniqueRules().forEach(rule -> conditions.add("NOT " + isTaken(rule)));
        rules.foreignKeys().forEach(fk -> conditions.add("NOT (" + isOrphaned(fk) + ")"));
        rules.pointingHere().forEach(fk -> conditions.add("NOT " + isNeeded(fk)));
        List<String> names = key.stream().map(Column::name).toList();
        String once = "(SELECT " + H2Rows.names(names) + " FROM " + quote(violation.on()) + " GROUP BY "
                + H2Rows.names(names) + " HAVING COUNT(*) = 1)";
        List<String> own = names.stream().map(name -> column("c", name)).toList();
        return "FROM (SELECT r, MIN(reason) AS reason FROM (" + bad + ") GROUP BY r) w LEFT JOIN "
                + quote(violation.on()) + " c ON c._ROWID_ = w.r LEFT JOIN " + quote(saved) + " b ON "
                + sameKey("b", "c") + "\nWHERE " + column("b", names.get(0)) + " IS NOT NULL AND ("
                + String.join(", ", own) + ") IN " + once
                + conditions.stream().map(c -> "\n  AND " + c).reduce("", String::concat);
    }

    private String sameKey(String one, String other) {
        return H2Rows.and(key.stream()
                .map(k -> H2Rows.keyEquals(column(one, k.name()), column(other, k.name()), k))
                .toList());
    }

    /** Whether another row has what the backup's row had. */
    private String isTaken(SchemaObject rule) {
        List<String> conditions = new ArrayList<>();
        rules.names(rule).forEach(name -> conditions.add(column("x", name) + " = " + column("b", name)));
        conditions.add("NOT (" + sameKey("x", "c") + ")");
        return H2Rows.exists(violation.on(), "x", H2Rows.and(conditions));
    }

    private String isOrphaned(Constraint fk) {
        return H2ViolationSql.isMissing(fk, rules.parent(fk), "b");
    }

    private static String isNeeded(Constraint fk) {
        return H2Rows.exists(Relation.of(fk.table()), "x", H2Rows.pointsTo(fk, "x", "c"));
    }
}
