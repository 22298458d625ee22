// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the migration renamed or moved, known by the server's own numbers, and the live database seen under the old names. Only
 * objects that hold data are renamed back (schemas, tables, sequences, types and columns); others are cheap to make anew.
 */
final class Renames {
    private static final Set<ObjectKind> KINDS =
            Set.of(ObjectKind.SCHEMA, ObjectKind.TABLE, ObjectKind.SEQUENCE, ObjectKind.TYPE);

    private final Map<ObjectId, ObjectId> oldNames = new LinkedHashMap<>();
    private final Map<String, String> oldSchemas = new HashMap<>();
    private final Map<ObjectId, Map<String, String>> oldColumns = new HashMap<>();
    private final NameRewriter rewriter = new NameRewriter();
    private final Ddl ddl;
    private final DatabaseModel seen;

    Renames(DatabaseModel snapshot, DatabaseModel live, Ddl ddl) {
        this.ddl = ddl;
        Map<Long, SchemaObject> before = snapshot.objects().stream()
                .filter(o -> o.nativeId() != 0 && KINDS.contains(o.id().kind()))
                .collect(Collectors.toMap(Renames::number, o -> o, (a, b) -> a));
        for (SchemaObject object : live.objects()) {
            SchemaObject old = before.get(number(object));
            if (old != null && object.id().kind() == ObjectKind.SCHEMA && isRenamed(snapshot, live, old, object)) {
                oldSchemas.put(object.id().name(), old.id().name());
                oldNames.put(object.id(), old.id());
                rewriter.schema(object.id().name(), old.id().name());
            }
        }
        Set<ObjectId> exchanged = exchanged(snapshot, live, before);
        for (SchemaObject object : live.objects()) {
            SchemaObject old = before.get(number(object));
            if (old == null
                    || object.id().kind() == ObjectKind.SCHEMA
                    || old.id().kind() != object.id().kind()) {
                continue;
            }
            ObjectId now = inOldSchema(object.id());
            boolean free = !live.contains(old.id()) && !snapshot.contains(now);
            if (!now.equals(old.id()) && (free || exchanged.contains(object.id()))) {
                oldNames.put(object.id(), old.id());
                rewriter.relation(
                        object.id().schema(),
                        object.id().name(),
                        old.id().schema(),
                        old.id().name());
            }
        }
        for (Table table : live.all(Table.class).toList()) {
            snapshot.table(oldName(table.id()))
                    .filter(old -> old.nativeId() != 0 && old.nativeId() == table.nativeId())
                    .ifPresent(old -> oldColumns.put(table.id(), renamedColumns(old, table)));
        }
        oldColumns.values().removeIf(Map::isEmpty);
        this.seen = oldNames.isEmpty() && oldColumns.isEmpty()
                ? live
                : live.withObjects(live.objects().stream().map(this::seen).toList());
    }

    /**
     * Tables that have the name of another table of the snapshot now. Where something new has taken a table's own name, that
     * carries the table on.
     */
    private static Set<ObjectId> exchanged(DatabaseModel snapshot, DatabaseModel live, Map<Long, SchemaObject> before) {
        Map<ObjectId, ObjectId> moved = new LinkedHashMap<>();
        for (Table table : live.all(Table.class).filter(Renames::isWhole).toList()) {
            if (before.get(number(table)) instanceof Table old
                    && isWhole(old)
                    && !old.id().equals(table.id())) {
                moved.put(table.id(), old.id());
            }
        }
        while (moved.values().removeIf(old -> live.contains(old) && !moved.containsKey(old))) {
            // what stood in the place of one that is left out is in the way of another
        }
        Set<ObjectId> exchanged = new HashSet<>();
        moved.forEach((now, old) -> {
            if (snapshot.contains(now) || live.contains(old)) {
                exchanged.add(now);
            }
        });
        return exchanged;
    }

    private static boolean isWhole(Table table) {
        return table.nativeId() != 0 && !table.isPartition() && !table.isPartitioned();
    }

    private static long number(SchemaObject object) {
        // oids are unique per catalog only: schemas, relations and types each count by themselves
        long space = object.id().kind() == ObjectKind.SCHEMA ? 1 : object.id().kind() == ObjectKind.TYPE ? 2 : 3;
        return space << 40 | object.nativeId();
    }

    private static boolean isRenamed(
            DatabaseModel snapshot, DatabaseModel live, SchemaObject old, SchemaObject object) {
        return !old.id().equals(object.id()) && !live.contains(old.id()) && !snapshot.contains(object.id());
    }

    private static Map<String, String> renamedColumns(Table old, Table now) {
        Map<String, String> renamed = new HashMap<>();
        for (Column column : now.columns()) {
            old.columns().stream()
                    .filter(c -> c.nativeNo() != 0 && c.nativeNo() == column.nativeNo())
                    .filter(c -> !c.name().equals(column.name()))
                    .forEach(c -> renamed.put(column.name(), c.name()));
        }
        for (Column column : now.columns()) {
            if (!renamed.containsKey(column.name()) && renamed.containsValue(column.name())) {
                renamed.put(column.name(), column.name() + " (added)");
            }
        }
        return renamed;
    }

    /** The live database under the old names. Its text is for comparing and for dropping, not for making objects. */
    DatabaseModel seen() {
        return seen;
    }

    /** Whether a renamed object's old name is that of another one, which must make place first. */
    boolean isOccupied(ObjectId old) {
        return oldNames.containsKey(old);
    }

    /** Live name to old name, schemas first. */
    Map<ObjectId, ObjectId> moved() {
        return oldNames;
    }

    /** Of a table by its live name: live column name to old column name. */
    Map<String, String> columnsOf(ObjectId liveTable) {
        return oldColumns.getOrDefault(liveTable, Map.of());
    }

    /** Whether columns of a table, by its old name, were renamed. */
    boolean hasColumns(ObjectId oldTable) {
        return oldColumns.keySet().stream().anyMatch(live -> oldName(live).equals(oldTable));
    }

    /** The name an object had before, which is its own when it was not renamed. */
    ObjectId oldName(ObjectId live) {
        ObjectId old = oldNames.get(live);
        return old != null ? old : inOldSchema(live);
    }

    private ObjectId inOldSchema(ObjectId id) {
        String schema = oldSchemas.getOrDefault(id.schema(), id.schema());
        return new ObjectId(id.kind(), schema, id.table(), id.name());
    }

    private ObjectId rewrite(ObjectId id) {
        if (id.table() == null) {
            return id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE
                    ? new ObjectId(id.kind(), inOldSchema(id).schema(), null, rewriter.rewrite(id.name(), Map.of()))
                    : oldName(id);
        }
        ObjectId table = oldName(ObjectId.table(id.schema(), id.table()));
        return new ObjectId(id.kind(), table.schema(), table.name(), ddl.nameOnRenamed(id, table.name()));
    }

    private @Nullable ObjectId rewriteOrNull(@Nullable ObjectId id) {
        return id == null ? null : rewrite(id);
    }

    private Set<ObjectId> rewrite(Set<ObjectId> ids) {
        return ids.stream().map(this::rewrite).collect(Collectors.toSet());
    }

    private SchemaObject seen(SchemaObject object) {
        ObjectId id = rewrite(object.id());
        Map<String, String> columns = object.id().table() == null
                ? columnsOf(object.id())
                : columnsOf(ObjectId.table(object.id().schema(), object.id().table()));
        if (object instanceof Table table) {
            return seen(table, id, columns);
        }
        if (object instanceof Constraint c) {
            Map<String, String> there = c.references() == null ? Map.of() : columnsOf(c.references());
            Map<String, String> both = new HashMap<>(there);
            both.putAll(columns);
            return new Constraint(
                    id,
                    old(c.columns(), columns),
                    rewriteOrNull(c.references()),
                    old(c.referencedColumns(), there),
                    rewriter.rewrite(c.text(), both),
                    c.validated(),
                    rewriteOrNull(c.partOf()),
                    seen(c.settings(), columns),
                    rewrite(c.dependsOn()),
                    c.nativeId());
        }
        if (object instanceof Index i) {
            return new Index(
                    id,
                    i.unique(),
                    old(i.columns(), columns),
                    rewriter.rewrite(i.using(), columns),
                    i.valid(),
                    rewriteOrNull(i.partOf()),
                    seen(i.settings(), columns),
                    rewrite(i.dependsOn()),
                    i.nativeId());
        }
        if (object instanceof Sequence s) {
            ObjectId owner = s.ownedBy() != null ? s.ownedBy() : s.identityOf();
            String column = s.column();
            if (owner != null && column != null) {
                column = columnsOf(owner).getOrDefault(column, column);
            }
            return new Sequence(
                    isCounter(s) ? counter(s, column) : id,
                    s.options(),
                    rewriteOrNull(s.identityOf()),
                    column,
                    rewriteOrNull(s.ownedBy()),
                    s.increment(),
                    s.position(),
                    s.called(),
                    seen(s.settings(), Map.of()),
                    s.nativeId());
        }
        OpaqueObject o = (OpaqueObject) object;
        if (!ddl.textFollowsRename()) {
            return o.withId(id).withDependencies(rewrite(o.dependsOn()));
        }
        Map<String, String> schema = Map.of(object.id().name(), id.name());
        if (id.kind() == ObjectKind.SCHEMA) {
            columns = schema;
        }
        return new OpaqueObject(
                id,
                rewriter.rewrite(o.definition(), columns),
                o.create(),
                o.drop().stream()
                        .map(d -> rewriter.rewrite(d, id.kind() == ObjectKind.SCHEMA ? schema : Map.of()))
                        .toList(),
                o.replace(),
                rewriter.rewrite(o.shape(), columns),
                seen(o.settings(), columns),
                rewrite(o.dependsOn()),
                o.nativeId());
    }

    /** Whether it has no name of its own but that of its column. */
    private static boolean isCounter(Sequence s) {
        return s.identityOf() != null && s.id().name().equals(s.identityOf().name() + "." + s.column());
    }

    private ObjectId counter(Sequence s, @Nullable String column) {
        ObjectId table = oldName(Objects.requireNonNull(s.identityOf()));
        return ObjectId.of(ObjectKind.SEQUENCE, table.schema(), table.name() + "." + column);
    }

    private Table seen(Table table, ObjectId id, Map<String, String> columns) {
        List<Column> renamed = new ArrayList<>();
        for (Column c : table.columns()) {
            String type = rewriter.rewrite(c.type(), Map.of());
            renamed.add(new Column(
                    columns.getOrDefault(c.name(), c.name()),
                    type,
                    c.userType(),
                    c.nullable(),
                    c.defaultValue() == null ? null : rewriter.rewrite(c.defaultValue(), columns),
                    c.generated() == null ? null : rewriter.rewrite(c.generated(), columns),
                    c.identity(),
                    c.collation(),
                    c.attributes(),
                    c.nativeNo()));
        }
        return new Table(
                id,
                renamed,
                table.attributes(),
                table.partitionedBy() == null ? null : rewriter.rewrite(table.partitionedBy(), columns),
                rewriteOrNull(table.partitionOf()),
                table.bound(),
                table.inlineChecks().stream()
                        .map(c -> rewriter.rewrite(c, columns))
                        .toList(),
                table.limit(),
                seenOfTable(table, columns),
                rewrite(table.dependsOn()),
                table.nativeId(),
                table.storageId());
    }

    private static List<String> old(List<String> names, Map<String, String> columns) {
        return names.stream().map(n -> columns.getOrDefault(n, n)).toList();
    }

    private List<Setting> seen(List<Setting> settings, Map<String, String> columns) {
        return settings.stream()
                .map(s ->
                        new Setting(s.name(), rewriter.rewrite(s.value(), columns), s.apply(), s.initial(), s.named()))
                .toList();
    }

    /** The settings of a table, some of which are properties of its columns. */
    private List<Setting> seenOfTable(Table table, Map<String, String> columns) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        return seen(table.settings(), columns).stream()
                .map(s -> s.column(names)
                        .filter(columns::containsKey)
                        .map(c -> s.ofColumn(c, columns.getOrDefault(c, c)))
                        .orElse(s))
                .toList();
    }
}
