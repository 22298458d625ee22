// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.and;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds the rows that a constraint or a unique index of the old shape does not allow. A relation may have no key yet, and the
 * server has no place of a row to name it by: rows are known by the hash of their values, as {@code h, reason, copies}. Of rows that are
 * the same in every column it does not matter which one goes, but how many do.
 */
final class MysqlViolationSql {
    /** More than there can be of a row. */
    static final String EVERY_COPY = "1000000000000";

    private final Violation violation;
    private final String on;
    private final List<Column> stored;

    MysqlViolationSql(Violation violation) {
        this.violation = violation;
        this.on = quote(violation.on());
        Table now = violation.present();
        this.stored = MysqlColumns.of(now).storedColumns();
    }

    Optional<String> count() {
        return bad().map(bad -> "SELECT COUNT(*) AS `rows`, COALESCE((SELECT GROUP_CONCAT(LEFT(s.row_key, 200)"
                + " ORDER BY s.row_key SEPARATOR ', ') FROM (SELECT DISTINCT "
                + MysqlRows.keyText("c", shown()) + " AS row_key\nFROM " + on + " c JOIN (" + bad
                + ") w ON w.h = " + hash("c") + "\nORDER BY row_key LIMIT 3) s), '') AS sample\nFROM (" + bad
                + ") v");
    }

    List<String> remove(String backupSchema) {
        List<String> statements = new ArrayList<>();
        bad().ifPresent(bad -> {
            statements.addAll(new MysqlReplacing(violation, stored, shown()).statements(direct(bad), backupSchema));
            statements.addAll(new MysqlDependents(violation, shown()).remove(bad, backupSchema));
        });
        return statements;
    }

    /** Without the rows that only other rows of the same table drag along. */
    private String direct(String bad) {
        Constraint constraint = violation.constraint();
        Relation parent = violation.references();
        return constraint != null && parent != null && violation.on().equals(parent)
                ? orphans(constraint, parent)
                : bad;
    }

    private String hash(String alias) {
        return MysqlRows.hash(alias, stored);
    }

    /** The columns by which people recognise a row. */
    private List<Column> shown() {
        return MysqlRows.columns(violation.table(), violation.shown());
    }

    private Optional<String> bad() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        if (constraint == null) {
            return index == null || !index.unique()
                    ? Optional.empty()
                    : Optional.of(new MysqlRivals(violation, stored).duplicates(MysqlElements.of(index)));
        }
        return switch (constraint.id().kind()) {
            case PRIMARY_KEY, UNIQUE_KEY -> Optional.of(key(constraint));
            case FOREIGN_KEY -> foreignKey(constraint);
            case CHECK -> check(constraint);
            default -> Optional.empty();
        };
    }

    private String key(Constraint constraint) {
        String found = new MysqlRivals(violation, stored).duplicates(MysqlElements.of(constraint));
        if (constraint.id().kind() == ObjectKind.UNIQUE_KEY) {
            return found;
        }
        String nulls = constraint.columns().stream()
                .map(c -> column("c", c) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return nulls.isEmpty()
                ? found
                : found + "\nUNION ALL\nSELECT " + hash("c") + ", "
                        + literal("no value for primary key \"" + violation.name() + "\"") + ", " + EVERY_COPY
                        + "\nFROM " + on
                        + " c\nWHERE " + nulls;
    }

    /** The server prints expressions with bare column names; null passes. */
    private Optional<String> check(Constraint constraint) {
        if (constraint.text().contains("NOT ENFORCED")) {
            return Optional.empty();
        }
        String alias = quote(violation.table().id().name());
        return MysqlElements.group(constraint.text())
                .map(e -> "SELECT " + hash(alias) + " AS h, "
                        + literal("violates check constraint \"" + violation.name() + "\"") + " AS reason, "
                        + EVERY_COPY
                        + " AS copies\nFROM " + on + " "
                        + alias + "\nWHERE NOT " + e);
    }

    private Optional<String> foreignKey(Constraint fk) {
        Relation parent = violation.references();
        if (parent == null) {
            return Optional.empty();
        }
        String reason = orphaned();
        if (!parent.equals(violation.on())) {
            return Optional.of(orphans(fk, parent));
        }
        // in a tree, the children of an orphan have no parent either once it is gone
        List<String> names = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            names.add("r" + i);
            keys.add(column("c", fk.referencedColumns().get(i)));
            below.add("o.r" + i + " = " + column("c", fk.columns().get(i)));
        }
        String row = "SELECT " + hash("c") + ", " + String.join(", ", keys) + "\nFROM " + on + " c";
        return Optional.of("WITH RECURSIVE orphan (h, " + String.join(", ", names) + ") AS (\n" + row + "\nWHERE "
                + isMissing(fk, parent) + "\nUNION\n" + row + " JOIN orphan o ON " + and(below)
                + "\n)\nSELECT h, " + reason + " AS reason, " + EVERY_COPY + " AS copies FROM orphan");
    }

    private String orphans(Constraint fk, Relation parent) {
        return "SELECT " + hash("c") + " AS h, " + orphaned() + " AS reason, " + EVERY_COPY + " AS copies\nFROM " + on
                + " c\nWHERE " + isMissing(fk, parent);
    }

    private String orphaned() {
        return literal("no parent for foreign key \"" + violation.name() + "\"");
    }

    /** A condition that is true for rows of c that point to a row that is not there; with a null they point to none. */
    static String isMissing(Constraint fk, Relation parent) {
        return isMissing(fk, parent, c -> "c");
    }

    /** @param alias of the row that holds a column */
    static String isMissing(Constraint fk, Relation parent, UnaryOperator<String> alias) {
        StringBuilder filled = new StringBuilder();
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            String mine = column(alias.apply(fk.columns().get(i)), fk.columns().get(i));
            filled.append(mine).append(" IS NOT NULL AND ");
            matches.add(column("p", fk.referencedColumns().get(i)) + " = " + mine);
        }
        return filled + "NOT " + MysqlRows.exists(Objects.requireNonNull(parent), "p", and(matches));
    }
}
