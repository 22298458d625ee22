// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresNames.fit;
import static dev.rollback.postgres.PostgresNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Strips a table of all that ties it to the user's objects and moves it away: rows, columns and primary key remain. */
final class PostgresPutAside {
    private final Table table;
    private final Relation aside;
    private final String name;
    /** What a partition has from its parent went with the parent's. */
    private final String ifExists;

    private final List<String> statements = new ArrayList<>();

    private PostgresPutAside(Table table, Relation aside) {
        this.table = table;
        this.aside = aside;
        this.name = quote(table.id());
        this.ifExists = table.isPartition() ? "IF EXISTS " : "";
    }

    static List<String> statements(
            Table table, List<SchemaObject> parts, List<Sequence> own, List<Sequence> detached, Relation aside) {
        PostgresPutAside move = new PostgresPutAside(table, aside);
        move.dropParts(parts);
        move.dropExpressions();
        move.letGo(detached);
        move.take(own);
        move.move();
        return List.copyOf(move.statements);
    }

    private void dropParts(List<SchemaObject> parts) {
        // foreign keys first: nothing else can need them
        List<SchemaObject> inOrder = new ArrayList<>(parts);
        inOrder.sort((a, b) -> b.id().compareTo(a.id()));
        for (SchemaObject part : inOrder) {
            if (part instanceof OpaqueObject opaque) {
                statements.addAll(opaque.drop());
            } else if (part instanceof Constraint key && key.id().kind() == ObjectKind.PRIMARY_KEY) {
                statements.add(
                        "ALTER INDEX " + quote(key.id().schema(), key.id().name()) + " RENAME TO "
                                + quote(fit(aside.name() + "_pkey")));
            } else if (part instanceof Constraint constraint && constraint.partOf() == null) {
                statements.add("ALTER TABLE " + name + " DROP CONSTRAINT " + ifExists
                        + quote(constraint.id().name()));
            } else if (part instanceof Index index && index.partOf() == null) {
                statements.add("DROP INDEX " + ifExists + quote(index.id()));
            }
        }
    }

    /** Values of stored generated columns stay. A partition's expression is its parent's. */
    private void dropExpressions() {
        String actions = table.columns().stream()
                .map(this::dropExpression)
                .filter(a -> !a.isEmpty())
                .collect(Collectors.joining(", "));
        statements.add("ALTER TABLE " + name + " DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY"
                + ", REPLICA IDENTITY DEFAULT" + (actions.isEmpty() ? "" : ", " + actions));
    }

    private String dropExpression(Column column) {
        String alter = "ALTER COLUMN " + quote(column.name());
        if (column.defaultValue() != null) {
            return alter + " DROP DEFAULT";
        }
        boolean stored = column.generated() != null && column.generated().endsWith("STORED");
        return stored && !table.isPartition() ? alter + " DROP EXPRESSION" : "";
    }

    private void letGo(List<Sequence> sequences) {
        for (Sequence sequence : sequences) {
            if (sequence.ownedBy() != null) {
                statements.add("ALTER SEQUENCE " + quote(sequence.id()) + " OWNED BY NONE");
            }
        }
    }

    /** Sequences of columns move along with the table. */
    private void take(List<Sequence> sequences) {
        for (Sequence sequence : sequences) {
            if (sequence.ownedBy() != null || sequence.identityOf() != null) {
                statements.add("ALTER SEQUENCE " + quote(sequence.id()) + " RENAME TO "
                        + quote(fit(sequence.id().name() + "_" + Tokens.RUN)));
            }
        }
    }

    private void move() {
        String between = table.id().schema();
        statements.add("ALTER TABLE " + name + " RENAME TO " + quote(aside.name()));
        statements.add("ALTER TABLE " + quote(between, aside.name()) + " SET SCHEMA " + quote(aside.schema()));
    }
}
