// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.ddl;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.h2.catalog.H2Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements of H2. Names are qualified. Tables cannot move between schemas here, so a new form is built beside its table, and
 * what leaves is copied into the backup schema.
 */
public final class H2Ddl implements Ddl {
    private static final Set<ObjectKind> CONSTRAINTS =
            Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);
    /** The writer needs no settings. */
    public H2Ddl() {}

    @Override
    public String quote(String name) {
        return H2Names.quote(name);
    }

    @Override
    public String fit(String name) {
        return H2Names.fit(name);
    }

    /** No others while it runs, as the run itself does. */
    @Override
    public List<String> scriptBegin() {
        return List.of("SET EXCLUSIVE 1");
    }

    @Override
    public List<String> scriptEnd() {
        return List.of("SET EXCLUSIVE 0");
    }

    @Override
    public List<String> createSchemaIfMissing(String schema) {
        return List.of("CREATE SCHEMA IF NOT EXISTS " + quote(schema));
    }

    /** The server's numbers of objects are given again when they are free, so nothing is known to be renamed. */
    @Override
    public List<String> rename(ObjectId now, ObjectId old) {
        throw new IllegalArgumentException("is made anew, not renamed: " + now);
    }

    @Override
    public List<String> createTable(Table table, Relation as) {
        int space = (table.attributes() + " ").indexOf(' ');
        boolean temporary = table.attributes().startsWith("GLOBAL TEMPORARY");
        int end = temporary ? "GLOBAL TEMPORARY".length() : space;
        String suffix =
                table.attributes().substring(Math.min(end, table.attributes().length()));
        return List.of("CREATE " + table.attributes().substring(0, end) + " TABLE " + H2Names.quote(as) + " (\n  "
                + table.columns().stream().map(H2ColumnClause::of).collect(Collectors.joining(",\n  ")) + "\n)"
                + suffix);
    }

    @Override
    public List<String> setDefaults(Table table, List<Column> columns) {
        return columns.stream()
                .map(c -> "ALTER TABLE " + H2Names.quote(table.id()) + " ALTER COLUMN " + quote(c.name())
                        + " SET DEFAULT " + c.defaultValue())
                .toList();
    }

    /** Nothing: there are no partitions. */
    @Override
    public List<String> attachPartition(Table partition, Relation as, Relation parent) {
        return List.of();
    }

    /** Nothing: there are no partitions. */
    @Override
    public List<String> createOverflow(Table partitioned, List<Table> partitions, Relation as, Relation overflow) {
        return List.of();
    }

    @Override
    public List<String> createIdentities(Table table, List<Sequence> sequences) {
        return H2ColumnClause.identities(table, sequences);
    }

    @Override
    public List<String> createPart(SchemaObject part, Relation on) {
        String name = H2Names.quote(part.id().schema(), part.id().name());
        if (part instanceof Constraint constraint) {
            return List.of("ALTER TABLE " + H2Names.quote(on) + " ADD CONSTRAINT " + name + " " + constraint.text());
        }
        if (part instanceof Index index) {
            int columns = H2Tokens.of(index.using()).stream()
                    .filter(t -> t.isGroup())
                    .findFirst()
                    .orElseThrow()
                    .start();
            return List.of("CREATE " + index.using().substring(0, columns) + name + " ON " + H2Names.quote(on)
                    + index.using().substring(columns));
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
                    ? List.of("CREATE SEQUENCE " + H2Names.quote(sequence.id()) + " " + sequence.options())
                    : List.of();
        }
        if (object instanceof Table table) {
            return createTable(table, Relation.of(table.id()));
        }
        return createPart(
                object,
                new Relation(object.id().schema(), String.valueOf(object.id().table())));
    }

    @Override
    public List<String> drop(SchemaObject object) {
        ObjectId id = object.id();
        if (object instanceof OpaqueObject opaque) {
            return opaque.drop();
        }
        if (object instanceof Sequence sequence) {
            return sequence.identityOf() == null ? List.of("DROP SEQUENCE " + H2Names.quote(id)) : List.of();
        }
        if (object instanceof Constraint) { // the foreign keys of a table that leaves are dropped before it does
            boolean before = id.kind() == ObjectKind.FOREIGN_KEY;
            return List.of("ALTER TABLE " + H2Names.quote(id.schema(), Objects.requireNonNull(id.table()))
                    + " DROP CONSTRAINT " + (before ? "IF EXISTS " : "") + H2Names.quote(id.schema(), id.name()));
        }
        return List.of("DROP " + (object instanceof Index ? "INDEX " : "TABLE ") + H2Names.quote(id));
    }

    @Override
    public Optional<List<String>> change(SchemaObject live, SchemaObject snapshot) {
        return H2Changes.change(live, snapshot);
    }

    @Override
    public Optional<String> needsRebuild(Table live, Table snapshot) {
        return H2Changes.needsRebuild(live, snapshot);
    }

    @Override
    public boolean textFollowsRename() {
        return false;
    }

    @Override
    public String nameOnRenamed(ObjectId part, String table) {
        return part.name();
    }

    @Override
    public Set<ObjectKind> namedTogether(ObjectKind kind) {
        return CONSTRAINTS.contains(kind) ? CONSTRAINTS : Set.of(kind);
    }

    @Override
    public boolean isTied(SchemaObject part, Table table) {
        return false;
    }

    @Override
    public Optional<String> needsRebuild(Column live, Column snapshot) {
        return H2Changes.needsRebuild(live, snapshot);
    }

    @Override
    public List<String> alterTable(Table live, Table snapshot, Map<String, String> renamed, List<Sequence> sequences) {
        return H2AlterTable.statements(live, snapshot, sequences);
    }

    @Override
    public List<String> dropColumns(ObjectId table, List<String> columns) {
        return columns.stream()
                .map(c -> "ALTER TABLE " + H2Names.quote(table) + " DROP COLUMN " + quote(c))
                .toList();
    }

    /** Of a table that has left its place already: its rows are kept, and it goes with all that is tied to it. */
    @Override
    public List<String> putAside(
            Table table, List<SchemaObject> parts, List<Sequence> own, List<Sequence> detached, Relation aside) {
        Relation there = exchanged(table.id(), aside);
        List<String> columns =
                table.columns().stream().map(c -> quote(c.name())).toList();
        return List.of(
                "CREATE TABLE " + H2Names.quote(aside) + " AS SELECT "
                        + (columns.isEmpty() ? "TRUE AS rollback_row" : String.join(", ", columns)) + " FROM "
                        + H2Names.quote(there),
                "DROP TABLE " + H2Names.quote(there));
    }

    /** Where a table stands that has left its place, until it is put aside. */
    public static Relation exchanged(ObjectId table, Relation aside) {
        return new Relation(table.schema(), aside.name());
    }

    /** Columns get the type that it stands for, as those of what is kept have it anyway. */
    @Override
    public List<String> putTypeAside(ObjectId type, Relation aside) {
        return List.of("DROP DOMAIN " + H2Names.quote(type) + " CASCADE");
    }

    @Override
    public List<String> moveIntoPlace(Relation shadow, Relation place) {
        return List.of("ALTER TABLE " + H2Names.quote(shadow) + " RENAME TO " + quote(place.name()));
    }

    @Override
    public List<String> position(Sequence sequence, List<Long> candidates, Optional<Relation> table) {
        return H2Positions.statements(sequence, candidates, table);
    }

    /** A domain was not kept: what is left of it are the types of columns. */
    @Override
    public List<String> dropKept(String kind, Relation kept) {
        return switch (kind) {
            case "table" -> List.of("DROP TABLE IF EXISTS " + H2Names.quote(kept));
            case "type" -> List.of();
            default -> throw new IllegalArgumentException("not kept: " + kind + " " + kept);
        };
    }
}
