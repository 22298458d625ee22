// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static dev.rollback.postgres.names.PostgresIdentifiers.block;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.fit;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
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
    private static final String STRIP_TYPE = """
            DECLARE
              part record;
            BEGIN
              FOR part IN SELECT conname AS name FROM pg_constraint WHERE contypid = TYPE_ID AND contype = 'c' LOOP
                EXECUTE format('ALTER DOMAIN %s DROP CONSTRAINT %I', TYPE_ID, part.name);
              END LOOP;
              FOR part IN SELECT rngmultitypid AS oid FROM pg_range WHERE rngtypid = TYPE_ID LOOP
                EXECUTE format('ALTER TYPE %s RENAME TO %I', part.oid::regtype, MULTIRANGE_NAME);
                EXECUTE format('ALTER TYPE %s SET SCHEMA %I', part.oid::regtype, NEW_SCHEMA);
              END LOOP;
              FOR part IN SELECT objid AS oid FROM pg_depend
                          WHERE refclassid = 'pg_type'::regclass AND classid = 'pg_proc'::regclass AND deptype = 'i'
                            AND refobjid IN (SELECT TYPE_ID UNION ALL
                                             SELECT rngmultitypid FROM pg_range WHERE rngtypid = TYPE_ID) LOOP
                EXECUTE format('ALTER FUNCTION %s RENAME TO %I', part.oid::regprocedure, NEW_NAME);
                EXECUTE format('ALTER FUNCTION %s SET SCHEMA %I', part.oid::regprocedure, NEW_SCHEMA);
              END LOOP;
            END""";

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

    /**
     * A domain leaves its constraints behind, as they may use functions; a range type takes along its multirange type and the
     * functions that make both.
     */
    static List<String> type(ObjectId type, Relation aside) {
        String strip = STRIP_TYPE
                .replace("TYPE_ID", literal(quote(type)) + "::regtype")
                .replace("NEW_NAME", literal(aside.name()))
                .replace("MULTIRANGE_NAME", literal(fit(aside.name() + "_multirange")))
                .replace("NEW_SCHEMA", literal(aside.schema()));
        return List.of(
                block(strip),
                "ALTER TYPE " + quote(type) + " RENAME TO " + quote(aside.name()),
                "ALTER TYPE " + quote(type.schema(), aside.name()) + " SET SCHEMA " + quote(aside.schema()));
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
                        + quote(fit(aside.name() + "_" + sequence.id().name())));
            }
        }
    }

    private void move() {
        String between = table.id().schema();
        statements.add("ALTER TABLE " + name + " RENAME TO " + quote(aside.name()));
        statements.add("ALTER TABLE " + quote(between, aside.name()) + " SET SCHEMA " + quote(aside.schema()));
    }
}
