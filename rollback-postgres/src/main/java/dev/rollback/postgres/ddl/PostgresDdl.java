// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.ddl;

import static dev.rollback.postgres.names.PostgresIdentifiers.block;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;

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
import dev.rollback.postgres.names.PostgresNames;
import dev.rollback.postgres.rows.PostgresFits;
import dev.rollback.postgres.server.PostgresSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of PostgreSQL. All names are qualified, as the session has no search path. */
public final class PostgresDdl implements Ddl {
    /** Each of these is an index, or has one of its name. */
    private static final Set<ObjectKind> INDEXED =
            Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.EXCLUSION, ObjectKind.INDEX);

    @Override
    public String quote(String name) {
        return PostgresNames.quote(name);
    }

    @Override
    public String fit(String name) {
        return PostgresNames.fit(name);
    }

    /** IF NOT EXISTS would ask for the privilege to create it even when it is there. */
    @Override
    public List<String> scriptBegin() {
        List<String> begin = new ArrayList<>(PostgresSession.forTransaction());
        begin.add(PostgresFits.CREATE);
        return begin;
    }

    @Override
    public List<String> scriptEnd() {
        return List.of(PostgresFits.DROP);
    }

    @Override
    public List<String> createSchemaIfMissing(String schema) {
        return List.of(block("BEGIN\n  IF to_regnamespace(" + literal(quote(schema))
                + ") IS NULL THEN\n    CREATE SCHEMA " + quote(schema) + ";\n  END IF;\nEND"));
    }

    @Override
    public List<String> rename(ObjectId now, ObjectId old) {
        String kind = switch (now.kind()) {
            case SCHEMA, TABLE, SEQUENCE, TYPE -> now.kind().label().toUpperCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("is made anew, not renamed: " + now);
        };
        List<String> statements = new ArrayList<>();
        String name = now.schema().isEmpty() ? quote(now.name()) : PostgresNames.quote(now);
        if (!now.schema().equals(old.schema())) {
            statements.add("ALTER " + kind + " " + name + " SET SCHEMA " + quote(old.schema()));
            name = quote(old.schema()) + "." + quote(now.name());
        }
        if (!now.name().equals(old.name())) {
            statements.add("ALTER " + kind + " " + name + " RENAME TO " + quote(old.name()));
        }
        return List.copyOf(statements);
    }

    @Override
    public List<String> createTable(Table table, Relation as) {
        return stable(List.of(PostgresTableDdl.create(table, as)));
    }

    @Override
    public List<String> setDefaults(Table table, List<Column> columns) {
        return stable(PostgresTableDdl.setDefaults(table, columns));
    }

    @Override
    public List<String> attachPartition(Table partition, Relation as, Relation parent) {
        return List.of(PostgresTableDdl.attach(partition, as, parent));
    }

    @Override
    public List<String> createOverflow(Table partitioned, List<Table> partitions, Relation as, Relation overflow) {
        String by = String.valueOf(partitioned.partitionedBy());
        boolean everyRowHasOne =
                by.startsWith("HASH") || partitions.stream().anyMatch(p -> "DEFAULT".equals(p.bound()));
        return everyRowHasOne
                ? List.of()
                : List.of("CREATE TABLE " + quote(overflow) + " PARTITION OF " + quote(as) + " DEFAULT");
    }

    @Override
    public List<String> createIdentities(Table table, List<Sequence> sequences) {
        return PostgresSequenceDdl.createIdentities(table, sequences);
    }

    @Override
    public List<String> createPart(SchemaObject part, Relation on) {
        if (part instanceof Constraint constraint) {
            return stable(PostgresTableDdl.create(constraint, on));
        }
        if (part instanceof Index index) {
            return stable(PostgresTableDdl.create(index, on));
        }
        throw new IllegalArgumentException("neither a constraint nor an index: " + part.id());
    }

    @Override
    public List<String> create(SchemaObject object, List<Index> standing) {
        if (object instanceof OpaqueObject opaque) {
            return isSource(opaque) ? opaque.create() : stable(opaque.create());
        }
        if (object instanceof Sequence sequence) {
            return sequence.identityOf() == null ? List.of(PostgresSequenceDdl.create(sequence)) : List.of();
        }
        if (object instanceof Constraint constraint) {
            return createPart(constraint, Relation.of(constraint.table()));
        }
        if (object instanceof Index index) {
            return createPart(index, Relation.of(index.table()));
        }
        return createTable((Table) object, Relation.of(object.id()));
    }

    /** Routines keep the text that somebody wrote. */
    private static boolean isSource(OpaqueObject object) {
        return object.id().kind() == ObjectKind.FUNCTION || object.id().kind() == ObjectKind.PROCEDURE;
    }

    private static List<String> stable(List<String> statements) {
        return statements.stream().map(PostgresReparse::stable).toList();
    }

    @Override
    public List<String> drop(SchemaObject object) {
        if (object instanceof OpaqueObject opaque) {
            return opaque.drop();
        }
        if (object instanceof Sequence sequence) {
            return PostgresSequenceDdl.drop(sequence);
        }
        if (object instanceof Constraint constraint) {
            return PostgresTableDdl.drop(constraint);
        }
        if (object instanceof Index index) {
            return PostgresTableDdl.drop(index);
        }
        return List.of("DROP TABLE " + PostgresNames.quote(object.id()));
    }

    @Override
    public Optional<List<String>> change(SchemaObject live, SchemaObject snapshot) {
        Optional<List<String>> change = PostgresChanges.change(live, snapshot);
        return snapshot instanceof OpaqueObject opaque && isSource(opaque) ? change : change.map(PostgresDdl::stable);
    }

    @Override
    public Optional<String> needsRebuild(Table live, Table snapshot) {
        return snapshot.attributes().equals(live.attributes())
                ? Optional.empty()
                : Optional.of(
                        "it was " + (snapshot.attributes().isEmpty() ? "an ordinary table" : snapshot.attributes()));
    }

    @Override
    public boolean textFollowsRename() {
        return true;
    }

    @Override
    public String nameOnRenamed(ObjectId part, String table) {
        return part.name();
    }

    @Override
    public Set<ObjectKind> namedTogether(ObjectKind kind) {
        return INDEXED.contains(kind) ? INDEXED : Set.of();
    }

    @Override
    public boolean isTied(SchemaObject part, Table table) {
        return false;
    }

    @Override
    public Optional<String> needsRebuild(Column live, Column snapshot) {
        return PostgresChanges.needsRebuild(live, snapshot);
    }

    @Override
    public List<String> alterTable(Table live, Table snapshot, Map<String, String> renamed, List<Sequence> sequences) {
        return PostgresAlterTable.statements(live, snapshot, renamed, sequences);
    }

    @Override
    public List<String> dropColumns(ObjectId table, List<String> columns) {
        return PostgresTableDdl.dropColumns(table, columns);
    }

    @Override
    public List<String> putAside(
            Table table, List<SchemaObject> parts, List<Sequence> own, List<Sequence> detached, Relation aside) {
        return PostgresPutAside.statements(table, parts, own, detached, aside);
    }

    @Override
    public List<String> putTypeAside(ObjectId type, Relation aside) {
        return PostgresPutAside.type(type, aside);
    }

    @Override
    public List<String> moveIntoPlace(Relation shadow, Relation place) {
        String between = quote(place.schema()) + "." + quote(shadow.name());
        return List.of(
                "ALTER TABLE " + quote(shadow) + " SET SCHEMA " + quote(place.schema()),
                "ALTER TABLE " + between + " RENAME TO " + quote(place.name()));
    }

    @Override
    public List<String> position(Sequence sequence, List<Long> candidates, Optional<Relation> table) {
        return List.of(PostgresSequenceDdl.position(sequence, candidates, table));
    }

    @Override
    public List<String> dropKept(String kind, Relation kept) {
        return switch (kind) {
            case "table", "type", "sequence" ->
                List.of("DROP " + kind.toUpperCase(Locale.ROOT) + " IF EXISTS " + quote(kept));
            default -> throw new IllegalArgumentException("not kept: " + kind + " " + kept);
        };
    }
}
