// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements that make and remove tables, constraints and indexes. */
public final class PostgresTableDdl {
    private static final String UNLOGGED = "UNLOGGED";
    /** Constraints with an index: made without the partitions', which are attached one by one. */
    private static final Set<ObjectKind> WITH_INDEX =
            Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.EXCLUSION);

    private PostgresTableDdl() {}

    public static String create(Table table, Relation as) {
        String unlogged = table.attributes().startsWith(UNLOGGED) ? UNLOGGED + " " : "";
        String attributes = table.attributes().substring(unlogged.strip().length());
        String body = Stream.concat(
                        table.columns().stream().map(c -> column(c, table, as)), table.inlineChecks().stream())
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
        boolean empty = table.columns().isEmpty() && table.inlineChecks().isEmpty();
        return "CREATE " + unlogged + "TABLE " + quote(as) + (empty ? " ()" : body)
                + (table.partitionedBy() == null ? "" : " PARTITION BY " + table.partitionedBy())
                + (attributes.isBlank() ? "" : " " + attributes.strip());
    }

    private static String column(Column column, Table table, Relation as) {
        return quote(column.name()) + " " + column.type()
                + (column.collation() == null ? "" : " COLLATE " + column.collation())
                + (column.generated() == null ? "" : " GENERATED ALWAYS AS " + column.generated())
                + notNull(column, table, as);
    }

    /**
     * From version 18 on a NOT NULL has a name. One that the server did not give itself is among the attributes; a shadow's
     * is given the name that the server gives it under the table's own; older versions pass over it.
     */
    private static String notNull(Column column, Table table, Relation as) {
        if (!column.attributes().isEmpty()) {
            return " " + column.attributes();
        }
        String name = table.id().name() + "_" + column.name() + "_not_null";
        boolean shadow = !as.name().equals(table.id().name());
        return column.nullable() ? "" : (shadow ? " CONSTRAINT " + quote(name) : "") + " NOT NULL";
    }

    /** Of this table alone: a partition may have its own. */
    static List<String> setDefaults(Table table, List<Column> columns) {
        String actions = columns.stream()
                .filter(c -> c.defaultValue() != null)
                .map(c -> "ALTER COLUMN " + quote(c.name()) + " SET DEFAULT " + c.defaultValue())
                .collect(Collectors.joining(", "));
        return actions.isEmpty() ? List.of() : List.of("ALTER TABLE ONLY " + quote(table.id()) + " " + actions);
    }

    public static String attach(Table partition, Relation as, Relation parent) {
        return "ALTER TABLE ONLY " + quote(parent) + " ATTACH PARTITION " + quote(as) + " " + partition.bound();
    }

    public static List<String> create(Constraint constraint, Relation on) {
        boolean hasIndex = WITH_INDEX.contains(constraint.id().kind());
        String add = "ALTER TABLE " + (hasIndex ? "ONLY " : "") + quote(on) + " ADD CONSTRAINT "
                + quote(constraint.id().name()) + " " + constraint.text();
        ObjectId parent = hasIndex ? constraint.partOf() : null;
        return withAttach(add, constraint, parent, on, Relation.of(constraint.table()));
    }

    public static List<String> create(Index index, Relation on) {
        String create = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + quote(index.id().name()) + " ON ONLY " + quote(on) + " " + index.using();
        return withAttach(create, index, index.partOf(), on, Relation.of(index.table()));
    }

    /** Shadows of a table and of its partitions are in the same schema. */
    private static List<String> withAttach(
            String create, SchemaObject part, @Nullable ObjectId parent, Relation on, Relation own) {
        if (parent == null) {
            return List.of(create);
        }
        String parentSchema = on.equals(own) ? parent.schema() : on.schema();
        return List.of(
                create,
                "ALTER INDEX " + quote(parentSchema, parent.name()) + " ATTACH PARTITION "
                        + quote(on.schema(), part.id().name()));
    }

    /** A part of a partition goes with the one of the parent. */
    static List<String> drop(Constraint constraint) {
        return constraint.partOf() == null
                ? List.of("ALTER TABLE " + quote(constraint.table()) + " DROP CONSTRAINT "
                        + quote(constraint.id().name()))
                : List.of();
    }

    static List<String> drop(Index index) {
        return index.partOf() == null ? List.of("DROP INDEX " + quote(index.id())) : List.of();
    }

    static List<String> dropColumns(ObjectId table, List<String> columns) {
        return columns.isEmpty()
                ? List.of()
                : List.of(columns.stream()
                        .map(c -> "DROP COLUMN " + quote(c))
                        .collect(Collectors.joining(", ", "ALTER TABLE " + quote(table) + " ", "")));
    }
}
