// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.and;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.h2.catalog.H2Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the rows that a constraint or a unique index of the old shape does not allow, by their places, as {@code r, reason}. */
final class H2ViolationSql {
    private static final String EQUAL_NULLS = "NULLS NOT DISTINCT";

    private final Violation violation;
    private final String on;

    H2ViolationSql(Violation violation) {
        this.violation = violation;
        this.on = quote(violation.on());
    }

    Optional<String> count() {
        return bad().map(bad -> H2Rows.sampled("SELECT " + H2Rows.keyText("c", shown())
                + " AS row_key, ROW_NUMBER() OVER (ORDER BY c._ROWID_) AS n\nFROM (" + bad + ") v LEFT JOIN " + on
                + " c ON c._ROWID_ = v.r")); // the query is repeated where it does not come first
    }

    List<String> remove(String backupSchema) {
        List<String> statements = new ArrayList<>();
        bad().ifPresent(bad -> {
            statements.addAll(new H2Replacing(violation, columns(), shown()).statements(direct(bad), backupSchema));
            statements.addAll(new H2Dependents(violation, columns(), shown()).remove(bad, backupSchema));
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

    /** The columns of the rows as they are: the old ones may be there already, or not yet. */
    private List<Column> columns() {
        return violation.present().columns().stream()
                .filter(c -> violation.table().column(c.name()).isPresent())
                .toList();
    }

    /** The columns by which people recognise a row. */
    private List<Column> shown() {
        return H2Rows.columns(violation.table(), violation.shown());
    }

    private Optional<String> bad() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        if (constraint == null) {
            return index == null || !index.unique()
                    ? Optional.empty()
                    : Optional.of(
                            new H2Rivals(violation).duplicates(!index.using().contains(EQUAL_NULLS)));
        }
        return switch (constraint.id().kind()) {
            case PRIMARY_KEY, UNIQUE_KEY -> Optional.of(key(constraint));
            case FOREIGN_KEY -> foreignKey(constraint);
            case CHECK -> check(constraint);
            default -> Optional.empty();
        };
    }

    private String key(Constraint constraint) {
        String found = new H2Rivals(violation).duplicates(!constraint.text().contains(EQUAL_NULLS));
        if (constraint.id().kind() == ObjectKind.UNIQUE_KEY) {
            return found;
        }
        String nulls = constraint.columns().stream()
                .map(c -> column("c", c) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return found + "\nUNION ALL\nSELECT c._ROWID_, "
                + literal("no value for primary key \"" + violation.name() + "\"") + "\nFROM " + on + " c\nWHERE "
                + nulls;
    }

    /** The server prints expressions with bare column names; null passes. */
    private Optional<String> check(Constraint constraint) {
        return H2Tokens.of(constraint.text()).stream()
                .filter(Token::isGroup)
                .findFirst()
                .map(e -> "SELECT _ROWID_ AS r, " + literal("violates check constraint \"" + violation.name() + "\"")
                        + " AS reason\nFROM " + on + "\nWHERE NOT " + e.text());
    }

    private Optional<String> foreignKey(Constraint fk) {
        Relation parent = violation.references();
        if (parent == null) {
            return Optional.empty();
        }
        if (!parent.equals(violation.on())) {
            return Optional.of(orphans(fk, parent));
        }
        // in a tree, the children of an orphan have no parent either once it is gone
        return Optional.of("WITH RECURSIVE orphan (r) AS (\nSELECT c._ROWID_\nFROM " + on + " c\nWHERE "
                + isMissing(fk, parent) + "\nUNION\nSELECT c._ROWID_\nFROM orphan o JOIN " + on
                + " p ON p._ROWID_ = o.r JOIN " + on + " c ON " + H2Rows.pointsTo(fk, "c", "p")
                + "\n)\nSELECT r, " + orphaned() + " FROM orphan");
    }

    private String orphans(Constraint fk, Relation parent) {
        return "SELECT c._ROWID_ AS r, " + orphaned() + "\nFROM " + on + " c\nWHERE " + isMissing(fk, parent);
    }

    private String orphaned() {
        return literal("no parent for foreign key \"" + violation.name() + "\"") + " AS reason";
    }

    /** A condition that is true for rows of c that point to a row that is not there; with a null they point to none. */
    static String isMissing(Constraint fk, Relation parent) {
        return isMissing(fk, parent, "c");
    }

    /** @param child the alias of the row */
    static String isMissing(Constraint fk, Relation parent, String child) {
        List<String> filled = new ArrayList<>();
        fk.columns().forEach(c -> filled.add(column(child, c) + " IS NOT NULL"));
        return and(filled) + " AND NOT " + H2Rows.exists(parent, "p", H2Rows.pointsTo(fk, child, "p"));
    }
}
