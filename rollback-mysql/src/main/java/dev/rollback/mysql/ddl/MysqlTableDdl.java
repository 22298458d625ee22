// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlColumnClause;
import dev.rollback.mysql.catalog.MysqlKeyOrder;
import dev.rollback.mysql.catalog.MysqlPartClause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements about tables and their parts. */
final class MysqlTableDdl {
    /** A default that takes its values from a sequence, which may be made later than the table. */
    private static final String FROM_SEQUENCE = "nextval(";

    private MysqlTableDdl() {}

    /** A table with some of its parts: a column of AUTO_INCREMENT needs its key. */
    static String create(Table table, List<SchemaObject> parts, Relation as) {
        List<String> clauses = new ArrayList<>();
        boolean keys = !parts.isEmpty();
        for (Column column : table.columns()) {
            Column early = withoutLateDefault(column);
            clauses.add(MysqlColumnClause.of(keys ? early : withoutIdentity(early)));
        }
        parts.stream().sorted(asPrinted(table)).map(MysqlPartClause::of).forEach(clauses::add);
        clauses.addAll(table.inlineChecks());
        return "CREATE TABLE " + quote(as) + " (\n  " + String.join(",\n  ", clauses) + "\n)"
                + (table.attributes().isEmpty() ? "" : " " + table.attributes())
                + (table.partitionedBy() == null || parts.isEmpty() && isPartitionedByKey(table)
                        ? ""
                        : "\nPARTITION BY " + table.partitionedBy());
    }

    /** The order that the setting has, as the server prints parts in the order in which they were made. */
    private static Comparator<SchemaObject> asPrinted(Table table) {
        String order = table.settings().stream()
                .filter(s -> s.name().equals(MysqlKeyOrder.NAME))
                .map(Setting::value)
                .findFirst()
                .map(o -> ", " + o + ", ")
                .orElse("");
        return Comparator.comparing((SchemaObject part) -> part.id().kind() != ObjectKind.PRIMARY_KEY)
                .thenComparing(part -> order.indexOf(", " + quote(part.id().name()) + ", "))
                .thenComparing(SchemaObject::id);
    }

    /** The default values that could not be set when the table was made. */
    static List<String> setDefaults(Table table, List<Column> columns) {
        String modify = columns.stream()
                .filter(MysqlTableDdl::isLate)
                .map(c -> "MODIFY COLUMN " + MysqlColumnClause.of(c))
                .collect(Collectors.joining(", "));
        return modify.isEmpty() ? List.of() : List.of("ALTER TABLE " + quote(table.id()) + " " + modify);
    }

    /** All in one statement, as each may copy the table. */
    static List<String> complete(Table table, List<SchemaObject> parts, Relation on) {
        List<String> clauses = new ArrayList<>();
        parts.stream()
                .sorted(asPrinted(table))
                .map(part -> "ADD " + MysqlPartClause.of(part))
                .forEach(clauses::add);
        table.columns().stream()
                .filter(c -> c.identity() != null)
                .forEach(c -> clauses.add("MODIFY COLUMN " + MysqlColumnClause.of(withoutLateDefault(c))));
        String partitions = isPartitionedByKey(table) ? "\nPARTITION BY " + table.partitionedBy() : "";
        if (clauses.isEmpty() && partitions.isEmpty()) {
            return List.of();
        }
        MysqlPartClause.byCopy(parts).ifPresent(clauses::add);
        return List.of("ALTER TABLE " + quote(on) + " " + String.join(",\n  ", clauses) + partitions);
    }

    /** Without columns the primary key decides, so there must be one first. */
    private static boolean isPartitionedByKey(Table table) {
        return table.partitionedBy() != null
                && table.partitionedBy().matches("(?s)(LINEAR )?KEY( ALGORITHM = \\d+)? ?\\(\\).*");
    }

    static String add(SchemaObject part, Relation on) {
        return "ALTER TABLE " + quote(on) + " ADD " + MysqlPartClause.of(part);
    }

    /**
     * More of the statement that makes a foreign key: an index that the server once made for it goes when it is made again, as
     * the server then makes one with the name of the key; made in the same statement by hand it stays.
     */
    static String keep(Constraint foreignKey, List<Index> standing) {
        return standing.stream()
                .filter(i -> !i.unique() && i.columns().equals(foreignKey.columns()) && isNamedAfterColumn(i))
                .filter(i -> !i.id().name().equals(foreignKey.id().name()))
                .map(i -> ", DROP INDEX " + quote(i.id().name()) + ", ADD " + MysqlPartClause.of(i))
                .collect(Collectors.joining());
    }

    /** As the server names an index that it makes for a foreign key without a name. */
    private static boolean isNamedAfterColumn(Index index) {
        String column = index.columns().get(0);
        String name = index.id().name();
        return name.startsWith(column) && name.substring(column.length()).matches("(_\\d+)?");
    }

    static String drop(Constraint constraint) {
        String name = quote(constraint.id().name());
        return "ALTER TABLE " + quote(constraint.table()) + " DROP "
                + switch (constraint.id().kind()) {
                    case PRIMARY_KEY -> "PRIMARY KEY";
                    case UNIQUE_KEY -> "INDEX " + name;
                    case FOREIGN_KEY -> "FOREIGN KEY " + name;
                    default -> "CONSTRAINT " + name;
                };
    }

    /** All foreign keys of a table by the names that they have by then. */
    static List<String> dropForeignKeys(Relation table) {
        return dropAll(table, "FOREIGN KEY");
    }

    /** All checks of a table by the names that they have by then. */
    static List<String> dropChecks(Relation table) {
        return dropAll(table, "CHECK");
    }

    private static List<String> dropAll(Relation table, String kind) {
        return List.of(
                """
                SET @rollback_keys = (
                  SELECT coalesce(
                    concat('ALTER TABLE ', %s, ' ', group_concat(
                      'DROP %s `', replace(CONSTRAINT_NAME, '`', '``'), '`' ORDER BY CONSTRAINT_NAME SEPARATOR ', ')),
                    'DO 0')
                  FROM information_schema.TABLE_CONSTRAINTS
                  WHERE CONSTRAINT_TYPE = '%s' AND TABLE_SCHEMA = %s AND TABLE_NAME = %s)""".formatted(literal(quote(table)), kind, kind, literal(table.schema()), literal(table.name())),
                "PREPARE rollback_keys FROM @rollback_keys",
                "EXECUTE rollback_keys",
                "DEALLOCATE PREPARE rollback_keys");
    }

    static String drop(Index index) {
        return "ALTER TABLE " + quote(index.table()) + " DROP INDEX "
                + quote(index.id().name());
    }

    static boolean isLate(Column column) {
        return column.defaultValue() != null && column.defaultValue().contains(FROM_SEQUENCE);
    }

    static Column withoutLateDefault(Column column) {
        return isLate(column) ? with(column, null, column.identity()) : column;
    }

    private static Column withoutIdentity(Column column) {
        return column.identity() == null ? column : with(column, column.defaultValue(), null);
    }

    private static Column with(Column column, @Nullable String defaultValue, @Nullable String identity) {
        return new Column(
                column.name(),
                column.type(),
                column.userType(),
                column.nullable(),
                defaultValue,
                column.generated(),
                identity,
                column.collation(),
                column.attributes(),
                column.nativeNo());
    }
}
