// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The steps that touch structure, and the order between them. */
final class StructureSteps {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final Renames renames;
    private final TableFates fates;
    private final Changes changes;
    private final Ddl ddl;
    private final Names names;
    private final StepGraph graph;

    StructureSteps(PlanInput input, Renames renames, TableFates fates, Changes changes, Names names, StepGraph graph) {
        this.input = input;
        this.snapshot = input.snapshot();
        this.seen = renames.seen();
        this.renames = renames;
        this.fates = fates;
        this.changes = changes;
        this.ddl = input.dialect().ddl();
        this.names = names;
        this.graph = graph;
    }

    void add(Diff diff, Set<ObjectId> asked) {
        renames.moved().forEach(this::rename);
        changes.drops().forEach(id -> drop(seen.find(id).orElseThrow()));
        fates.verdicts().forEach((root, verdict) -> {
            switch (verdict.fate()) {
                case REBUILD -> {
                    build(snapshot.table(root).orElseThrow(), verdict.reason());
                    swap(snapshot.table(root).orElseThrow(), seen.table(root).orElseThrow());
                }
                case CREATE -> build(snapshot.table(root).orElseThrow(), verdict.reason());
                case ASIDE -> aside(seen.table(root).orElseThrow());
                case ALTER -> alter(snapshot.table(root).orElseThrow());
                case SAME -> {}
            }
        });
        changes.creates().forEach(id -> create(snapshot.find(id).orElseThrow()));
        changes.inPlace().forEach(this::change);
        settings(diff, asked);
        order();
    }

    private void node(
            String key, int rank, StepKind kind, ObjectId object, String reason, List<String> sql, LockLevel lock) {
        if (!sql.isEmpty()) {
            graph.add(new Node(
                    key,
                    rank,
                    kind,
                    object,
                    kind.label() + " " + object,
                    reason,
                    new Work.Statements(sql),
                    lock,
                    0,
                    Reversibility.LOSSLESS));
        }
    }

    private void rename(ObjectId now, ObjectId old) {
        ObjectId from = now;
        for (Map.Entry<ObjectId, ObjectId> schema : renames.moved().entrySet()) {
            if (schema.getKey().kind() == ObjectKind.SCHEMA
                    && schema.getKey().name().equals(now.schema())) {
                from = new ObjectId(now.kind(), schema.getValue().name(), now.table(), now.name());
            }
        }
        if (seen.find(old).orElse(null) instanceof Sequence s && (s.ownedBy() != null || s.identityOf() != null)) {
            from = new ObjectId(from.kind(), old.schema(), from.table(), from.name());
        }
        seen.objects().stream()
                .map(SchemaObject::id)
                .filter(id -> id.kind() != old.kind() && id.table() == null)
                .filter(id -> id.schema().equals(old.schema()) && id.name().equals(old.name()))
                .forEach(id -> graph.before("drop:" + id, "rename:" + old));
        node(
                "rename:" + old,
                now.kind() == ObjectKind.SCHEMA ? 0 : 1,
                StepKind.RENAME,
                old,
                "the migration renamed it to " + now.path(),
                ddl.rename(from, old),
                LockLevel.ALL_WAIT);
    }

    private void drop(SchemaObject object) {
        ObjectId id = object.id();
        String reason = snapshot.contains(id) ? "it is made anew as it was" : added();
        if (id.kind() == ObjectKind.TYPE && changes.isNeededAside(id)) {
            node(
                    "drop:" + id,
                    snapshot.contains(id) ? 2 : 8,
                    StepKind.PUT_ASIDE,
                    id,
                    reason,
                    ddl.putTypeAside(id, names.aside(id)),
                    LockLevel.NONE);
        } else {
            node("drop:" + id, 6, StepKind.DROP, id, reason, ddl.drop(object), LockLevel.ALL_WAIT);
        }
    }

    private String added() {
        return input.backup() == null ? "as asked" : "the migration added it";
    }

    /** Where the new form of an old table stands until it is swapped. */
    Relation place(ObjectId table) {
        return fates.fateBefore(table) == Fate.REBUILD ? names.shadow(table) : Relation.of(table);
    }

    /**
     * Whether keys and indexes are made before the swap. All shadows share the backup schema, where names of indexes are unique:
     * tables of a second schema get theirs afterwards.
     */
    private boolean hasPartsOnShadow(ObjectId table) {
        return fates.fateBefore(table) == Fate.REBUILD
                && changes.arriving().stream()
                        .map(Table::id)
                        .filter(id -> fates.fateBefore(id) == Fate.REBUILD)
                        .map(ObjectId::schema)
                        .findFirst()
                        .filter(first -> first.equals(table.schema()))
                        .isPresent();
    }

    /** Partitioned tables that cannot hold every row, with the statements that make a place for the others meanwhile. */
    Map<Table, List<String>> overflowing(Table root) {
        Map<Table, List<String>> all = new LinkedHashMap<>();
        List<Table> tree = fates.before().tree(root);
        for (Table table : tree) {
            if (table.isPartitioned()) {
                List<Table> partitions = tree.stream()
                        .filter(p -> table.id().equals(p.partitionOf()))
                        .toList();
                List<String> sql = ddl.createOverflow(table, partitions, place(table.id()), names.overflow(table.id()));
                if (!sql.isEmpty()) {
                    all.put(table, sql);
                }
            }
        }
        return all;
    }

    Names names() {
        return names;
    }

    /** Where the rest of a partitioned table stands. */
    Relation overflow(ObjectId table) {
        return names.overflow(table);
    }

    private void build(Table root, String reason) {
        List<String> sql = new ArrayList<>();
        for (Table table : fates.before().tree(root)) {
            sql.addAll(ddl.createTable(table, place(table.id())));
            if (table.partitionOf() != null) {
                sql.addAll(ddl.attachPartition(table, place(table.id()), place(table.partitionOf())));
            }
        }
        if (fates.fateBefore(root.id()) == Fate.REBUILD && input.mode() == RestoreMode.MERGE) {
            overflowing(root).forEach((table, statements) -> sql.addAll(statements));
        }
        if (fates.fateBefore(root.id()) == Fate.CREATE) {
            for (Table table : fates.before().tree(root)) {
                sql.addAll(ddl.createIdentities(table, identities(table)));
            }
        }
        node("build:" + root.id(), 3, StepKind.BUILD, root.id(), reason, sql, LockLevel.NONE);
    }

    private void swap(Table root, Table live) {
        List<String> sql = new ArrayList<>(putAside(live));
        List<Table> tree = fates.before().tree(root);
        for (Table table : tree) {
            sql.addAll(ddl.moveIntoPlace(names.shadow(table.id()), Relation.of(table.id())));
        }
        for (Table table : tree) {
            sql.addAll(ddl.createIdentities(table, identities(table)));
        }
        node(
                "swap:" + root.id(),
                8,
                StepKind.SWAP,
                root.id(),
                "the new table takes the place; the old one is kept until cleanup",
                sql,
                LockLevel.ALL_WAIT);
    }

    private void aside(Table live) {
        node(
                "aside:" + live.id(),
                7,
                StepKind.PUT_ASIDE,
                live.id(),
                added() + "; it is kept until cleanup",
                putAside(live),
                LockLevel.ALL_WAIT);
    }

    private List<String> putAside(Table root) {
        List<String> sql = new ArrayList<>();
        for (Table table : fates.now().tree(root)) {
            List<Sequence> own = new ArrayList<>();
            List<Sequence> detached = new ArrayList<>();
            for (Sequence sequence : seen.all(Sequence.class).toList()) {
                if (table.id().equals(sequence.identityOf())) {
                    own.add(sequence);
                } else if (table.id().equals(sequence.ownedBy())) {
                    (changes.leavesWithTable(sequence) ? own : detached).add(sequence);
                }
            }
            List<SchemaObject> parts = seen.partsOf(table.id()).stream()
                    .filter(o -> !changes.drops().contains(o.id()))
                    .toList();
            Table actual =
                    input.live().table(liveName(table.id())).orElseThrow().withId(table.id());
            sql.addAll(ddl.putAside(actual, parts, own, detached, names.aside(table.id())));
        }
        return sql;
    }

    private List<Sequence> identities(Table table) {
        return snapshot.all(Sequence.class)
                .filter(s -> table.id().equals(s.identityOf()))
                .toList();
    }

    private void alter(Table root) {
        List<String> sql = new ArrayList<>();
        for (Table table : fates.before().tree(root)) {
            ObjectId liveName = liveName(table.id());
            Table actual = input.live().table(liveName).orElseThrow().withId(table.id());
            Map<String, String> renamed = renames.columnsOf(liveName);
            sql.addAll(ddl.alterTable(actual, table, renamed, identities(table)));
        }
        node(
                "alter:" + root.id(),
                8,
                StepKind.ALTER,
                root.id(),
                fates.verdict(root.id()).reason(),
                sql,
                LockLevel.ALL_WAIT);
    }

    private ObjectId liveName(ObjectId old) {
        return renames.moved().entrySet().stream()
                .filter(e -> e.getValue().equals(old))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> input.live()
                        .all(Table.class)
                        .map(Table::id)
                        .filter(id -> renames.oldName(id).equals(old))
                        .findFirst()
                        .orElse(old));
    }

    private void create(SchemaObject object) {
        ObjectId id = object.id();
        List<String> sql = new ArrayList<>();
        boolean part = object instanceof Index || object instanceof Constraint && id.kind() != ObjectKind.FOREIGN_KEY;
        if (part
                && snapshot.table(ObjectId.table(id.schema(), Objects.requireNonNull(id.table())))
                        .isPresent()) {
            ObjectId table = ObjectId.table(id.schema(), Objects.requireNonNull(id.table()));
            boolean shadow = hasPartsOnShadow(table);
            sql.addAll(ddl.createPart(object, shadow ? place(table) : Relation.of(table)));
            String reason = shadow ? "the table had it" : "the migration removed or changed it";
            LockLevel lock = shadow ? LockLevel.NONE : LockLevel.ALL_WAIT;
            node("create:" + id, 5, StepKind.CREATE, id, reason, sql, lock);
            applied(object, "settings:" + id, 10);
            return;
        }
        sql.addAll(ddl.create(object));
        if (id.kind() == ObjectKind.MATERIALIZED_VIEW) {
            applied(object, "settings:" + id, 11);
            snapshot.partsOf(id).forEach(p -> graph.before("create:" + p.id(), "settings:" + id));
        } else if (!(object instanceof Sequence sequence && sequence.ownedBy() != null)) {
            object.settings().stream().filter(s -> !s.initial()).forEach(s -> sql.addAll(s.apply()));
        }
        if (object instanceof Sequence sequence) {
            sql.addAll(ddl.position(sequence, List.of(), Optional.empty()));
        }
        boolean early = id.kind().compareTo(ObjectKind.TABLE) < 0;
        int rank = early ? 2 : id.kind() == ObjectKind.FOREIGN_KEY ? 12 : 9;
        node(
                "create:" + id,
                rank,
                StepKind.CREATE,
                id,
                changes.drops().contains(id) ? "it was dropped on the way" : "the migration removed or changed it",
                sql,
                id.kind() == ObjectKind.FOREIGN_KEY ? LockLevel.WRITERS_WAIT : LockLevel.NONE);
    }

    /** What is not initial about an object that stands under its own name. */
    private void applied(SchemaObject object, String key, int rank) {
        List<String> sql = object.settings().stream()
                .filter(s -> !s.initial())
                .flatMap(s -> s.apply().stream())
                .toList();
        node(key, rank, StepKind.SET, object.id(), "it had " + words(object.settings()), sql, LockLevel.NONE);
    }

    private static String words(List<Setting> settings) {
        List<String> names =
                settings.stream().filter(s -> !s.initial()).map(Setting::name).toList();
        return names.size() <= 4 ? String.join(", ", names) : names.size() + " settings of its own";
    }

    private void change(ObjectId id, List<String> sql) {
        node("change:" + id, 9, StepKind.REPLACE, id, "the migration changed it", sql, LockLevel.NONE);
    }

    private void settings(Diff diff, Set<ObjectId> asked) {
        for (Table root : fates.before().roots()) {
            for (Table table : fates.before().tree(root)) {
                if (fates.arrives(table.id())) {
                    applied(table, "settings:" + table.id(), 11);
                    identities(table).forEach(s -> applied(s, "settings:" + s.id(), 11));
                    defaults(table, table.columns());
                } else if (fates.fateBefore(table.id()) == Fate.ALTER) {
                    Table now = seen.table(table.id()).orElseThrow();
                    defaults(
                            table,
                            table.columns().stream()
                                    .filter(c -> !Objects.equals(
                                            c.defaultValue(),
                                            now.column(c.name())
                                                    .map(Column::defaultValue)
                                                    .orElse(null)))
                                    .toList());
                }
            }
        }
        for (Diff.Entry entry : diff.entries()) {
            SchemaObject object = entry.snapshot();
            boolean anew = changes.creates().contains(entry.id())
                    || fates.arrives(entry.id())
                    || object instanceof Sequence s && s.identityOf() != null && fates.arrives(s.identityOf());
            if (object == null || anew || entry.settings().isEmpty() || !asked.contains(entry.id())) {
                continue;
            }
            List<String> sql =
                    entry.settings().stream().flatMap(s -> s.apply().stream()).toList();
            String what = entry.settings().size() == 1
                    ? entry.settings().get(0).name()
                    : entry.settings().size() + " settings";
            node(
                    "settings:" + entry.id(),
                    11,
                    StepKind.SET,
                    entry.id(),
                    "the migration changed " + what,
                    sql,
                    LockLevel.NONE);
        }
        owners();
    }

    /** Sequences belong to columns again once both are there. */
    private void owners() {
        for (Sequence sequence : snapshot.all(Sequence.class).toList()) {
            ObjectId owner = sequence.ownedBy();
            boolean anew = changes.creates().contains(sequence.id()) || owner != null && fates.arrives(owner);
            if (owner != null && anew && sequence.identityOf() == null) {
                applied(sequence, "owner:" + sequence.id(), 11);
            }
        }
    }

    private void defaults(Table table, List<Column> columns) {
        List<Column> set =
                columns.stream().filter(c -> c.defaultValue() != null).toList();
        node(
                "defaults:" + table.id(),
                9,
                StepKind.SET,
                table.id(),
                "its columns had defaults",
                set.isEmpty() ? List.of() : ddl.setDefaults(table, set),
                LockLevel.ALL_WAIT);
    }

    private void order() {
        for (SchemaObject object : seen.objects()) {
            ObjectId id = object.id();
            for (ObjectId need : object.dependsOn()) {
                graph.before("drop:" + id, "drop:" + need);
                leave(need).forEach(leave -> graph.before("drop:" + id, leave));
                leave(id).forEach(leave -> {
                    if (need.kind() != ObjectKind.TYPE || !snapshot.contains(need)) {
                        graph.before(leave, "drop:" + need);
                    }
                });
            }
            leave(id).forEach(leave -> graph.before(leave, "drop:" + schema(id)));
            graph.before("drop:" + id, "drop:" + schema(id));
        }
        for (SchemaObject object : snapshot.objects()) {
            ObjectId id = object.id();
            graph.before("drop:" + id, "create:" + id);
            graph.before("change:" + id, "settings:" + id);
            if (seen.find(id).orElse(null) instanceof Sequence now && now.identityOf() != null) {
                leave(now.identityOf()).forEach(leave -> graph.before(leave, "create:" + id));
            }
            graph.before("create:" + schema(id), "create:" + id);
            graph.before("create:" + schema(id), "build:" + id);
            graph.before("create:" + id, "settings:" + id);
            graph.before("create:" + id, "owner:" + id);
            for (ObjectId need : object.dependsOn()) {
                if (id.kind() != ObjectKind.TABLE || need.kind() != ObjectKind.SEQUENCE) {
                    arrive(need).forEach(theirs -> arrive(id).forEach(mine -> graph.before(theirs, mine)));
                }
                graph.before("swap:" + fates.before().rootOf(need), "create:" + id);
                graph.before("alter:" + fates.before().rootOf(need), "create:" + id);
                graph.before("swap:" + fates.before().rootOf(need), "change:" + id);
                graph.before("alter:" + fates.before().rootOf(need), "change:" + id);
                arrive(need).forEach(theirs -> graph.before(theirs, "defaults:" + id));
                arrive(need).forEach(theirs -> graph.before(theirs, "change:" + id));
            }
        }
        orderTables();
    }

    private void orderTables() {
        Set<String> asides = new HashSet<>(graph.keys("aside:"));
        for (Table root : fates.before().roots()) {
            String swap = "swap:" + root.id();
            String build = "build:" + root.id();
            boolean rebuilt = fates.fateBefore(root.id()) == Fate.REBUILD;
            for (String aside : asides) {
                graph.before(aside, rebuilt ? swap : build);
            }
            for (Table table : fates.before().tree(root)) {
                for (String after : List.of("settings:", "defaults:")) {
                    graph.before(swap, after + table.id());
                    graph.before("alter:" + root.id(), after + table.id());
                    graph.before(build, after + table.id());
                }
                for (SchemaObject part : snapshot.partsOf(table.id())) {
                    boolean onShadow = hasPartsOnShadow(table.id())
                            && (part instanceof Index || part instanceof Constraint)
                            && part.id().kind() != ObjectKind.FOREIGN_KEY;
                    graph.before(build, "create:" + part.id());
                    graph.before(onShadow ? "create:" + part.id() : swap, onShadow ? swap : "create:" + part.id());
                    graph.before(swap, "settings:" + part.id());
                    graph.before("alter:" + root.id(), "create:" + part.id());
                    if (part.id().kind() != ObjectKind.FOREIGN_KEY) {
                        graph.before("create:" + part.id(), "settings:" + table.id());
                    }
                    if (part instanceof Constraint c && c.partOf() != null) {
                        graph.before("create:" + c.partOf(), "create:" + part.id());
                    }
                    if (part instanceof Index i && i.partOf() != null) {
                        graph.before("create:" + i.partOf(), "create:" + part.id());
                    }
                }
                for (Sequence sequence : snapshot.all(Sequence.class).toList()) {
                    if (table.id().equals(sequence.ownedBy()) || table.id().equals(sequence.identityOf())) {
                        graph.before(swap, "owner:" + sequence.id());
                        graph.before(build, "owner:" + sequence.id());
                        graph.before(swap, "settings:" + sequence.id());
                    }
                }
            }
        }
        for (Table table : seen.all(Table.class).toList()) {
            for (SchemaObject part : seen.partsOf(table.id())) {
                leave(table.id()).forEach(leave -> graph.before("drop:" + part.id(), leave));
            }
        }
    }

    private static ObjectId schema(ObjectId id) {
        return ObjectId.of(ObjectKind.SCHEMA, "", id.schema());
    }

    /** The steps after which a live object is no longer in the way. */
    private List<String> leave(ObjectId id) {
        if (id.kind() != ObjectKind.TABLE) {
            return List.of();
        }
        ObjectId root = fates.now().rootOf(id);
        return List.of("aside:" + root, "swap:" + root, "alter:" + root);
    }

    /** The steps after which an old object is there to be used. */
    private List<String> arrive(ObjectId id) {
        return id.kind() == ObjectKind.TABLE
                ? List.of("build:" + fates.before().rootOf(id))
                : List.of("create:" + id, "change:" + id);
    }
}
