// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.dialect.RuleColumns;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the backup's values back into rows that do not fit, where that makes them fit: in the columns of the rule, and of all
 * rules that share columns with it, so that none of them sees a mixture. A row stays as it is where a value is taken by another
 * row, a parent is gone, or other rows point to it by these values. The present rows are c, the backup's b.
 */
final class MysqlReplacing {
    private final Violation violation;
    private final List<Column> row;
    private final List<Column> shown;
    private final List<Column> key;
    private final RuleColumns rules;

    /**
     * @param row what a row is known by
     * @param shown by what people know it
     */
    MysqlReplacing(Violation violation, List<Column> row, List<Column> shown) {
        this.violation = violation;
        this.row = row;
        this.shown = shown;
        this.key = MysqlRows.columns(violation.table(), violation.key());
        this.rules = new RuleColumns(violation, MysqlNames::within);
    }

    /** @param bad a query of {@code h, reason}; empty when no row can be mended */
    List<String> statements(String bad, String backupSchema) {
        Relation saved = violation.saved();
        Set<String> changed = rules.changed();
        if (saved == null || key.isEmpty() || rules.isKey() || !rules.arePlain()) {
            return List.of();
        }
        MysqlAside aside = new MysqlAside(backupSchema, "rollback_mending").remember(rows(bad, saved));
        String found = quote(violation.on()) + " c JOIN " + aside.rows() + " v ON v.h = " + MysqlRows.hash("c", row);
        String set = Stream.concat(
                        changed.stream().map(name -> column("c", name) + " = " + column("b", name)), stamps(changed))
                .collect(Collectors.joining(", "));
        return aside.run(MysqlRows.quarantine(
                        backupSchema,
                        violation.table().id(),
                        "CONCAT(v.reason, " + literal(VALUE_REPLACED) + ")",
                        MysqlRows.keyText("c", shown),
                        MysqlRows.rowData("c", row),
                        "FROM " + found))
                .unchecked(List.of(
                        "UPDATE " + found + " JOIN " + quote(saved) + " b ON " + sameKey("b", "c") + "\nSET " + set))
                .forget();
    }

    private String rows(String bad, Relation saved) {
        List<String> conditions = new ArrayList<>();
        rules.uniqueRules().forEach(rule -> conditions.add("NOT " + isTaken(rule)));
        rules.foreignKeys().forEach(fk -> conditions.add("NOT (" + isOrphaned(fk) + ")"));
        rules.pointingHere().forEach(fk -> conditions.add("NOT " + isNeeded(fk)));
        String names = key.stream().map(k -> quote(k.name())).collect(Collectors.joining(", "));
        return "SELECT w.h, MIN(w.reason) AS reason\nFROM (" + bad + ") w JOIN " + quote(violation.on())
                + " c ON w.h = " + MysqlRows.hash("c", row) + " JOIN (SELECT " + names + " FROM "
                + quote(violation.on()) + " GROUP BY " + names + " HAVING COUNT(*) = 1) u ON " + sameKey("u", "c")
                + " JOIN " + quote(saved) + " b ON " + sameKey("b", "c")
                + "\nWHERE " + MysqlRows.and(conditions) + "\nGROUP BY w.h";
    }

    private String sameKey(String one, String other) {
        return MysqlRows.and(key.stream()
                .map(k -> MysqlRows.keyEquals(column(one, k.name()), column(other, k.name()), k))
                .toList());
    }

    /** Whether another row has what the backup's row had. */
    private String isTaken(SchemaObject rule) {
        List<String> conditions = new ArrayList<>();
        rules.names(rule).forEach(name -> conditions.add(column("x", name) + " = " + column("b", name)));
        conditions.add("NOT (" + sameKey("x", "c") + ")");
        return MysqlRows.exists(violation.on(), "x", MysqlRows.and(conditions));
    }

    private String isOrphaned(Constraint fk) {
        return MysqlViolationSql.isMissing(fk, rules.parent(fk), c -> "b");
    }

    private String isNeeded(Constraint fk) {
        return MysqlRows.exists(Relation.of(fk.table()), "x", MysqlRows.pointsTo(fk, "x", "c"));
    }

    /** Times of the last change would be set by the update itself. */
    private Stream<String> stamps(Set<String> changed) {
        Table now = violation.present();
        return now.columns().stream()
                .filter(c -> c.attributes().toUpperCase(Locale.ROOT).contains("ON UPDATE"))
                .map(Column::name)
                .filter(name -> !changed.contains(name))
                .map(name -> column("c", name) + " = " + column("c", name));
    }
}
