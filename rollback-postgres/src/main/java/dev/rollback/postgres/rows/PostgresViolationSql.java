// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.and;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds the rows that a constraint or a unique index of the old shape does not allow. They are known by table and place, as
 * {@code t, r, reason}. The server prints expressions with bare column names, so they stand in queries over one table only,
 * which goes by its own name there.
 */
final class PostgresViolationSql {
    private final Violation violation;
    private final String on;
    private final PostgresRivals rivals;

    PostgresViolationSql(Violation violation) {
        this.violation = violation;
        this.on = quote(violation.on());
        this.rivals = new PostgresRivals(violation);
    }

    Optional<String> count() {
        return bad().map(bad -> PostgresRows.rowsAndSample(
                "FROM " + on + " c JOIN (" + bad + ") v ON v.t = c.tableoid AND v.r = c.ctid", shown()));
    }

    List<String> remove(String backupSchema) {
        List<String> statements = new ArrayList<>();
        bad().ifPresent(bad -> {
            new PostgresReplacing(violation, shown())
                    .statement(direct(bad), backupSchema)
                    .ifPresent(statements::add);
            statements.add(remove(backupSchema, bad));
        });
        return statements;
    }

    /** Without the rows that only other rows of the same table drag along. */
    private String direct(String bad) {
        Constraint constraint = violation.constraint();
        Relation parent = violation.references();
        return constraint != null && parent != null && parent.equals(violation.on())
                ? orphans(constraint, parent)
                : bad;
    }

    private String remove(String backupSchema, String bad) {
        PostgresDependents dependents = new PostgresDependents(violation);
        StringBuilder sql = new StringBuilder("WITH bad AS MATERIALIZED (\n" + dependents.with(bad) + "\n)");
        List<String> gone = new ArrayList<>();
        dependents.tables().forEach((relation, table) -> {
            String name = "gone" + gone.size();
            List<String> key = relation.equals(violation.on()) ? shown() : dependents.shown(relation);
            sql.append(", " + name + " AS (\nDELETE FROM " + quote(relation)
                    + " c USING bad v WHERE v.t = c.tableoid AND v.r = c.ctid\nRETURNING " + literal(table.path())
                    + " AS table_name, v.reason, " + PostgresRows.keyText(key)
                    + " AS row_key, to_jsonb(c.*) AS row_data\n)");
            gone.add("SELECT table_name, reason, row_key, row_data FROM " + name);
        });
        return sql + "\n" + PostgresRows.quarantine(backupSchema, "(" + String.join(" UNION ALL ", gone) + ") g");
    }

    /** The columns by which people recognise a row. */
    private List<String> shown() {
        return violation.shown();
    }

    private Optional<String> bad() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        try {
            if (constraint == null) {
                return index == null || !index.unique() || !index.valid()
                        ? Optional.empty()
                        : PostgresElements.of(index).map(rivals::duplicates);
            }
            if (!constraint.validated() || constraint.text().contains(" NOT ENFORCED")) {
                return Optional.empty();
            }
            return switch (constraint.id().kind()) {
                case PRIMARY_KEY, UNIQUE_KEY -> Optional.of(key(constraint));
                case FOREIGN_KEY -> foreignKey(constraint);
                case CHECK -> Optional.of(check(constraint));
                case EXCLUSION -> PostgresElements.of(constraint.text()).map(rivals::conflicts);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional
                    .empty(); // a text that is not understood: the server has the last word when the rule comes back
        }
    }

    private String key(Constraint constraint) {
        PostgresElements elements = PostgresElements.of(constraint);
        String found = elements.isPlainKey() ? rivals.duplicates(elements) : rivals.conflicts(elements);
        if (constraint.id().kind() == ObjectKind.UNIQUE_KEY) {
            return found;
        }
        String nulls = constraint.columns().stream()
                .map(c -> column("c", c) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return found + "\nUNION ALL\nSELECT c.tableoid, c.ctid, "
                + literal("no value for primary key \"" + violation.name() + "\"") + "\nFROM " + on + " c\nWHERE "
                + nulls;
    }

    private String check(Constraint check) {
        String name = quote(violation.table().id().name());
        return "SELECT " + name + ".tableoid AS t, " + name + ".ctid AS r, "
                + literal("violates check constraint \"" + violation.name() + "\"") + " AS reason\nFROM " + on + " "
                + name
                + "\nWHERE NOT (" + new PostgresClauses(check.text()).firstParentheses() + ")";
    }

    private Optional<String> foreignKey(Constraint fk) {
        Relation parent = violation.references();
        if (parent == null || isTemporal(fk) && parent.equals(violation.on())) {
            return Optional.empty();
        }
        if (!parent.equals(violation.on())) {
            return Optional.of(orphans(fk, parent));
        }
        // in a tree, the children of an orphan have no parent either once it is gone
        String keys = fk.referencedColumns().stream().map(c -> column("c", c)).collect(Collectors.joining(", "));
        StringBuilder below = new StringBuilder();
        for (int i = 0; i < fk.columns().size(); i++) {
            below.append(i == 0 ? "" : " AND ")
                    .append(column("o", fk.referencedColumns().get(i)))
                    .append(" = ")
                    .append(column("c", fk.columns().get(i)));
        }
        String names = PostgresRows.names(fk.referencedColumns());
        return Optional.of(
                "WITH RECURSIVE orphan (t, r, " + names + ") AS (\nSELECT c.tableoid, c.ctid, " + keys + "\nFROM "
                        + on + " c\nWHERE " + isOrphan(fk, parent, PostgresViolationSql::present)
                        + "\nUNION\nSELECT c.tableoid, c.ctid, " + keys
                        + "\nFROM " + on
                        + " c JOIN orphan o ON " + below + "\n)\nSELECT t, r, " + orphaned() + " FROM orphan");
    }

    private String orphans(Constraint fk, Relation parent) {
        return "SELECT c.tableoid AS t, c.ctid AS r, " + orphaned() + "\nFROM " + on + " c\nWHERE "
                + isOrphan(fk, parent, PostgresViolationSql::present);
    }

    private String orphaned() {
        return literal("no parent for foreign key \"" + violation.name() + "\"") + " AS reason";
    }

    private static String present(String name) {
        return column("c", name);
    }

    /** @param value of a column of the child */
    static String isOrphan(Constraint fk, Relation parent, UnaryOperator<String> value) {
        List<String> filled =
                fk.columns().stream().map(c -> value.apply(c) + " IS NOT NULL").toList();
        String orphan = isMissing(fk, parent, value);
        return fk.text().contains("MATCH FULL") && filled.size() > 1
                ? "(" + orphan + " OR (" + String.join(" OR ", filled) + ") AND NOT (" + and(filled) + "))"
                : orphan;
    }

    /** A condition that is true for rows of c that point to a row that is not there. */
    static String isMissing(Constraint fk, Relation parent) {
        return isMissing(fk, parent, PostgresViolationSql::present);
    }

    private static String isMissing(Constraint fk, Relation parent, UnaryOperator<String> value) {
        StringBuilder filled = new StringBuilder();
        List<String> matches = new ArrayList<>();
        String covered = "";
        int last = fk.columns().size() - 1;
        for (int i = 0; i <= last; i++) {
            String mine = value.apply(fk.columns().get(i));
            String theirs = column("p", fk.referencedColumns().get(i));
            filled.append(mine).append(" IS NOT NULL AND ");
            if (i == last && isTemporal(fk)) {
                matches.add(theirs + " && " + mine);
                covered = " HAVING range_agg(" + theirs + ") @> " + mine;
            } else {
                matches.add(theirs + " = " + mine);
            }
        }
        return filled + "NOT EXISTS (SELECT FROM " + quote(Objects.requireNonNull(parent)) + " p WHERE "
                + String.join(" AND ", matches) + covered + ")";
    }

    /** The last column is a period, which several rows of the parent may cover together. */
    static boolean isTemporal(Constraint fk) {
        return fk.text().contains(", PERIOD ");
    }
}
