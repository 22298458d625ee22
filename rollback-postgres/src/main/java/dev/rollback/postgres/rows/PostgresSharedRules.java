// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.postgres.rows.PostgresElements.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which columns a violated rule looks at, with the rules that share columns with it. */
final class PostgresSharedRules {
    private final Violation violation;

    PostgresSharedRules(Violation violation) {
        this.violation = violation;
    }

    /** The stored columns of the rule, and of all others that share columns with these. */
    Set<String> columns() {
        Set<String> closed = new LinkedHashSet<>(own());
        List<SchemaObject> open =
                new ArrayList<>(violation.rules().stream().filter(this::holds).toList());
        open.addAll(violation.inForce().stream()
                .filter(fk -> fk.table().equals(violation.table().id()))
                .toList());
        boolean grown = true;
        while (grown) {
            List<SchemaObject> sharing = open.stream()
                    .filter(rule -> stored(rule).stream().anyMatch(closed::contains))
                    .toList();
            sharing.forEach(rule -> closed.addAll(stored(rule)));
            grown = open.removeAll(sharing);
        }
        return closed;
    }

    /** The stored columns of the rule itself. */
    Set<String> own() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        return constraint != null ? stored(constraint) : index != null ? stored(index) : Set.of();
    }

    /** The columns that a rule looks at; what generated ones are computed from, in their stead. */
    Set<String> stored(SchemaObject rule) {
        Set<String> stored = new LinkedHashSet<>();
        for (Column column : violation.table().columns()) {
            if (!names(rule).contains(column.name())) {
                continue;
            }
            if (column.generated() == null) {
                stored.add(column.name());
            } else {
                stored.addAll(mentioned(column.generated()));
            }
        }
        return stored;
    }

    /** The columns whose names an expression has. */
    Set<String> mentioned(String expression) {
        return violation.table().columns().stream()
                .map(Column::name)
                .filter(name -> Pattern.compile(
                                "(?<![\\w\"])\"?" + Pattern.quote(name.replace("\"", "\"\"")) + "(?![\\w])")
                        .matcher(expression)
                        .find())
                .collect(Collectors.toSet());
    }

    /** Whether a rule is about rows with values that exclude each other. */
    static boolean isAboutRivals(SchemaObject rule) {
        return rule instanceof Index index
                ? index.unique() && index.valid()
                : rule instanceof Constraint constraint
                        && constraint.id().kind() != ObjectKind.CHECK
                        && constraint.id().kind() != ObjectKind.FOREIGN_KEY;
    }

    /** What such a rule compares; empty when it has parts that are not understood. */
    Optional<PostgresElements> elements(SchemaObject rule) {
        if (rule instanceof Index index) {
            return PostgresElements.of(index);
        }
        Constraint constraint = (Constraint) rule;
        return constraint.id().kind() == ObjectKind.EXCLUSION
                ? PostgresElements.of(constraint.text())
                : Optional.of(PostgresElements.of(constraint));
    }

    /** The stored column that an element consists of; empty for other expressions. */
    Optional<String> plain(Element element) {
        return violation.table().storedColumns().stream()
                .map(Column::name)
                .filter(name -> element.expression().equals(name)
                        || element.expression().equals(quote(name)))
                .findFirst();
    }

    /** A foreign key may come back later than the violated rule. */
    private boolean holds(SchemaObject rule) {
        return isAboutRivals(rule)
                || rule.id().kind() == ObjectKind.CHECK
                || violation.inForce().contains(rule);
    }

    private Set<String> names(SchemaObject rule) {
        if (rule instanceof Index index) {
            return index.columns().isEmpty() ? mentioned(index.using()) : Set.copyOf(index.columns());
        }
        Constraint constraint = (Constraint) rule;
        return constraint.id().kind() == ObjectKind.EXCLUSION
                ? mentioned(constraint.text())
                : Set.copyOf(constraint.columns());
    }
}
