// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.ddl;

import dev.rollback.dialect.Ddl;
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
import dev.rollback.mysql.catalog.MysqlKeyOrder;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.catalog.MysqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of MySQL and MariaDB. Names are qualified; what keeps the users' own text is made in its schema. A partition is
 * a part of its table's definition here, and a default, AUTO_INCREMENT and comment are parts of their column's.
 */
public final class MysqlDdl implements Ddl {
    private final boolean checksShareNames;

    /** @param checksShareNames as MySQL's do and MariaDB's do not */
    public MysqlDdl(boolean checksShareNames) {
        this.checksShareNames = checksShareNames;
    }

    @Override
    public String quote(String name) {
        return MysqlNames.quote(name);
    }

    @Override
    public String fit(String name) {
        return MysqlNames.fit(name);
    }

    /** The settings under which the statements were written, as far as they change what is stored. */
    @Override
    public List<String> scriptBegin() {
        return List.of(
                "SET @rollback_script_mode = @@sql_mode, @rollback_script_zone = @@time_zone",
                "SET sql_mode = " + MysqlNames.literal(MysqlSession.SQL_MODE) + ", time_zone = "
                        + MysqlNames.literal(MysqlSession.TIME_ZONE));
    }

    @Override
    public List<String> scriptEnd() {
        return List.of("SET sql_mode = @rollback_script_mode, time_zone = @rollback_script_zone");
    }

    @Override
    public List<String> createSchemaIfMissing(String schema) {
        return List.of("CREATE DATABASE IF NOT EXISTS " + quote(schema) + " CHARACTER SET utf8mb4");
    }

    /** A schema has no other name; a table with triggers cannot move to another schema. */
    @Override
    public List<String> rename(ObjectId now, ObjectId old) {
        if (now.kind() != ObjectKind.TABLE && now.kind() != ObjectKind.SEQUENCE) {
            throw new IllegalArgumentException("is made anew, not renamed: " + now);
        }
        return List.of("RENAME TABLE " + MysqlNames.quote(now) + " TO " + MysqlNames.quote(old));
    }

    @Override
    public boolean textFollowsRename() {
        return false;
    }

    /** Foreign keys and checks that nobody gave a name have one of their table and a number. */
    @Override
    public String nameOnRenamed(ObjectId part, String table) {
        String live = part.table() + (part.kind() == ObjectKind.FOREIGN_KEY ? "_ibfk_" : "_chk_");
        boolean named = part.kind() != ObjectKind.FOREIGN_KEY && part.kind() != ObjectKind.CHECK;
        return named || !part.name().startsWith(live)
                ? part.name()
                : table + part.name().substring(String.valueOf(part.table()).length());
    }

    @Override
    public Set<ObjectKind> namedTogether(ObjectKind kind) {
        return checksShareNames && kind == ObjectKind.CHECK ? Set.of(kind) : Set.of();
    }

    /** Without keys, and therefore without AUTO_INCREMENT. */
    @Override
    public List<String> createTable(Table table, Relation as) {
        return createTable(table, List.of(), as);
    }

    /** With keys and checks, in the order in which the server printed them. */
    public List<String> createTable(Table table, List<SchemaObject> parts, Relation as) {
        return List.of(MysqlTableDdl.create(table, parts, as));
    }

    /** Only those that need a sequence: the others are in the column's definition from the start. */
    @Override
    public List<String> setDefaults(Table table, List<Column> columns) {
        return MysqlTableDdl.setDefaults(table, columns);
    }

    /** Nothing: a partition is made with its table. */
    @Override
    public List<String> attachPartition(Table partition, Relation as, Relation parent) {
        return List.of();
    }

    /** Nothing: a partition for the rest would be part of the table's definition, and could not be taken away unseen. */
    @Override
    public List<String> createOverflow(Table partitioned, List<Table> partitions, Relation as, Relation overflow) {
        return List.of();
    }

    /** Nothing: AUTO_INCREMENT needs a key, and comes with it. */
    @Override
    public List<String> createIdentities(Table table, List<Sequence> sequences) {
        return List.of();
    }

    /** Gives a table that was made without parts its keys, checks, indexes and AUTO_INCREMENT. */
    public static List<String> complete(Table table, List<SchemaObject> parts, Relation on) {
        return MysqlTableDdl.complete(table, parts, on);
    }

    @Override
    public List<String> createPart(SchemaObject part, Relation on) {
        if (part instanceof Constraint || part instanceof Index) {
            return List.of(MysqlTableDdl.add(part, on));
        }
        throw new IllegalArgumentException("neither a constraint nor an index: " + part.id());
    }

    @Override
    public List<String> create(SchemaObject object, List<Index> standing) {
        if (object instanceof OpaqueObject opaque) {
            return opaque.create();
        }
        if (object instanceof Sequence sequence) {
            return sequence.identityOf() == null
                    ? List.of("CREATE SEQUENCE " + MysqlNames.quote(sequence.id()) + " " + sequence.options())
                    : List.of();
        }
        if (object instanceof Table table) {
            return createTable(table, Relation.of(table.id()));
        }
        Relation on =
                new Relation(object.id().schema(), String.valueOf(object.id().table()));
        return object instanceof Constraint constraint && constraint.id().kind() == ObjectKind.FOREIGN_KEY
                ? List.of(MysqlTableDdl.add(constraint, on) + MysqlTableDdl.keep(constraint, standing))
                : createPart(object, on);
    }

    @Override
    public List<String> drop(SchemaObject object) {
        if (object instanceof OpaqueObject opaque) {
            return opaque.drop();
        }
        if (object instanceof Sequence sequence) {
            return sequence.identityOf() == null
                    ? List.of("DROP SEQUENCE " + MysqlNames.quote(sequence.id()))
                    : List.of();
        }
        if (object instanceof Constraint constraint) {
            return List.of(MysqlTableDdl.drop(constraint));
        }
        if (object instanceof Index index) {
            return List.of(MysqlTableDdl.drop(index));
        }
        return List.of("DROP TABLE " + MysqlNames.quote(object.id()));
    }

    @Override
    public Table withParts(Table table, List<SchemaObject> parts) {
        return MysqlKeyOrder.of(table, parts);
    }

    @Override
    public List<String> afterCreate(SchemaObject part, Table table) {
        return part instanceof Constraint key && part.id().kind() == ObjectKind.FOREIGN_KEY
                ? MysqlKeyOrder.after(key, table)
                : List.of();
    }

    @Override
    public Optional<List<String>> change(SchemaObject live, SchemaObject snapshot) {
        return MysqlChanges.change(live, snapshot);
    }

    /** Engine, row format and the like are options of ALTER TABLE, but texts of columns follow a character set. */
    @Override
    public Optional<String> needsRebuild(Table live, Table snapshot) {
        return MysqlChanges.needsRebuild(live, snapshot);
    }

    /** The rows are stored by the primary key, and AUTO_INCREMENT is never without a key. */
    @Override
    public boolean isTied(SchemaObject part, Table table) {
        return MysqlChanges.isTied(part, table);
    }

    @Override
    public Optional<String> needsRebuild(Column live, Column snapshot) {
        return MysqlChanges.needsRebuild(live, snapshot);
    }

    @Override
    public List<String> alterTable(Table live, Table snapshot, Map<String, String> renamed, List<Sequence> sequences) {
        return MysqlAlterTable.statements(live, snapshot, renamed);
    }

    @Override
    public List<String> dropColumns(ObjectId table, List<String> columns) {
        List<String> drops =
                columns.stream().map(c -> "DROP COLUMN " + quote(c)).toList();
        return drops.isEmpty()
                ? List.of()
                : List.of("ALTER TABLE " + MysqlNames.quote(table) + " " + String.join(", ", drops)
                        + MysqlInstantDrop.avoid(columns));
    }

    /**
     * Of a table that has left its place already. Its triggers or the names of its checks kept it in its schema; its foreign keys
     * would still hold the users' rows. They and the checks may have got new names with it.
     */
    @Override
    public List<String> putAside(
            Table table, List<SchemaObject> parts, List<Sequence> own, List<Sequence> detached, Relation aside) {
        List<String> statements = new ArrayList<>();
        parts.stream().filter(MysqlDdl::isTrigger).forEach(t -> statements.addAll(drop(t)));
        Relation now = exchanged(table, parts, aside, checksShareNames);
        if (checksShareNames && hasChecks(parts)) {
            statements.addAll(MysqlTableDdl.dropChecks(now));
        }
        if (!now.equals(aside)) {
            statements.addAll(moveIntoPlace(now, aside));
        }
        if (parts.stream().anyMatch(p -> p.id().kind() == ObjectKind.FOREIGN_KEY)) {
            statements.addAll(MysqlTableDdl.dropForeignKeys(aside));
        }
        return statements;
    }

    /**
     * Where a table stands that has left its place, until it is put aside: with triggers it cannot leave its schema, and the names
     * of its checks may be in use elsewhere.
     */
    public static Relation exchanged(Table table, List<SchemaObject> parts, Relation aside, boolean checksShareNames) {
        return parts.stream().anyMatch(MysqlDdl::isTrigger) || checksShareNames && hasChecks(parts)
                ? new Relation(table.id().schema(), aside.name())
                : aside;
    }

    private static boolean hasChecks(List<SchemaObject> parts) {
        return parts.stream().anyMatch(p -> p.id().kind() == ObjectKind.CHECK);
    }

    /** Drops all checks of a table, where their names may be in use elsewhere. */
    public static List<String> dropChecks(Relation table) {
        return MysqlTableDdl.dropChecks(table);
    }

    /** Drops all foreign keys of a table, whatever their names are by now. */
    public static List<String> dropForeignKeys(Relation table) {
        return MysqlTableDdl.dropForeignKeys(table);
    }

    private static boolean isTrigger(SchemaObject part) {
        return part.id().kind() == ObjectKind.TRIGGER;
    }

    @Override
    public List<String> putTypeAside(ObjectId type, Relation aside) {
        throw new IllegalArgumentException("there are no users' types: " + type);
    }

    @Override
    public List<String> moveIntoPlace(Relation shadow, Relation place) {
        return List.of("RENAME TABLE " + MysqlNames.quote(shadow) + " TO " + MysqlNames.quote(place));
    }

    @Override
    public List<String> position(Sequence sequence, List<Long> candidates, Optional<Relation> table) {
        return MysqlPositions.statements(sequence, candidates, table);
    }

    @Override
    public List<String> dropKept(String kind, Relation kept) {
        return switch (kind) {
            case "table", "sequence" ->
                List.of("DROP " + kind.toUpperCase(Locale.ROOT) + " IF EXISTS " + MysqlNames.quote(kept));
            default -> throw new IllegalArgumentException("not kept: " + kind + " " + kept);
        };
    }
}
