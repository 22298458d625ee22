// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The steps that touch structure. */
final class StructureSteps {
    private final Derivation d;
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final Renames renames;
    private final TableFates fates;
    private final Changes changes;
    private final Names names;
    private final Places places;
    private final StepGraph graph;
    private final Ddl ddl;
    private final TableSteps tables;

    StructureSteps(Derivation d) {
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.renames = d.renames();
        this.fates = d.fates();
        this.changes = d.changes();
        this.names = d.names();
        this.places = d.places();
        this.graph = d.graph();
        this.ddl = d.ddl();
        this.d = d;
        this.tables = new TableSteps(d, this);
    }

    void add() {
        renames.moved().forEach(this::rename);
        changes.drops().forEach(id -> drop(seen.find(id).orElseThrow()));
        fates.verdicts().forEach((root, verdict) -> {
            switch (verdict.fate()) {
                case REBUILD -> {
                    tables.build(snapshot.table(root).orElseThrow(), verdict.reason());
                    tables.swap(
                            snapshot.table(root).orElseThrow(), seen.table(root).orElseThrow());
                }
                case CREATE -> tables.build(snapshot.table(root).orElseThrow(), verdict.reason());
                case ASIDE -> tables.aside(seen.table(root).orElseThrow());
                case ALTER -> tables.alter(snapshot.table(root).orElseThrow());
                case SAME -> {}
            }
        });
        changes.creates().forEach(id -> create(snapshot.find(id).orElseThrow()));
        changes.inPlace().forEach(this::change);
        settings();
        new StructureOrder(d).add();
    }

    void node(String key, int rank, StepKind kind, ObjectId object, String reason, List<String> sql, LockLevel lock) {
        if (!sql.isEmpty()) {
            node(key, rank, kind, object, reason, new Work.Statements(sql), lock);
        }
    }

    private void node(String key, int rank, StepKind kind, ObjectId object, String reason, Work work, LockLevel lock) {
        String summary = kind.label() + " " + object;
        graph.add(new Node(key, rank, kind, object, summary, reason, work, lock, 0, Reversibility.LOSSLESS));
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
        if (old.kind() == ObjectKind.TABLE && renames.isOccupied(old)) {
            from = makePlace(from, old);
        }
        node(
                "rename:" + old,
                now.kind() == ObjectKind.SCHEMA ? 0 : 1,
                StepKind.RENAME,
                old,
                "the migration renamed it to " + now.path(),
                new Work.Rename(ddl.rename(from, old), ddl.rename(old, from)),
                LockLevel.ALL_WAIT);
    }

    /** Tables that exchanged their names leave them all before one gets its own back. */
    private ObjectId makePlace(ObjectId from, ObjectId old) {
        ObjectId between = ObjectId.table(from.schema(), ddl.fit(old.name() + "_between_names"));
        node(
                "leave:" + old,
                1,
                StepKind.RENAME,
                old,
                "another table has its name",
                new Work.Rename(ddl.rename(from, between), ddl.rename(between, from)),
                LockLevel.ALL_WAIT);
        renames.moved().values().forEach(other -> graph.before("leave:" + old, "rename:" + other));
        return between;
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

    String added() {
        return input.backup() == null ? "as asked" : "the migration added it";
    }

    private void create(SchemaObject object) {
        ObjectId id = object.id();
        List<String> sql = new ArrayList<>();
        if (Completion.covers(d, object)) {
            applied(object, "settings:" + id, 10);
            return;
        }
        boolean part = object instanceof Index || object instanceof Constraint && id.kind() != ObjectKind.FOREIGN_KEY;
        if (part
                && snapshot.table(ObjectId.table(id.schema(), Objects.requireNonNull(id.table())))
                        .isPresent()) {
            ObjectId table = ObjectId.table(id.schema(), Objects.requireNonNull(id.table()));
            boolean shadow = places.isOnShadow(object);
            sql.addAll(ddl.createPart(object, shadow ? places.place(table) : Relation.of(table)));
            String reason = shadow ? "the table had it" : "the migration removed or changed it";
            LockLevel lock = shadow ? LockLevel.NONE : LockLevel.ALL_WAIT;
            node("create:" + id, 5, StepKind.CREATE, id, reason, sql, lock);
            applied(object, "settings:" + id, 10);
            return;
        }
        sql.addAll(ddl.create(object, standing(object)));
        if (id.kind() == ObjectKind.FOREIGN_KEY && !fates.arrives(((Constraint) object).table())) {
            Table table = snapshot.table(((Constraint) object).table()).orElseThrow();
            sql.addAll(ddl.afterCreate(object, table));
        }
        if (id.kind() == ObjectKind.MATERIALIZED_VIEW) {
            applied(object, "settings:" + id, 11);
            snapshot.partsOf(id).forEach(p -> graph.before("create:" + p.id(), "settings:" + id));
        } else if (!(object instanceof Sequence sequence && sequence.ownedBy() != null)) {
            toSet(object).forEach(s -> sql.addAll(s.apply()));
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

    /** Indexes of a foreign key's table that the run leaves alone. */
    private List<Index> standing(SchemaObject object) {
        if (object.id().kind() != ObjectKind.FOREIGN_KEY) {
            return List.of();
        }
        ObjectId table = ((Constraint) object).table();
        if (d.fates().arrives(d.fates().before().rootOf(table))) {
            return List.of();
        }
        return snapshot.partsOf(table).stream()
                .filter(p -> p instanceof Index && !changes.creates().contains(p.id()))
                .map(p -> (Index) p)
                .toList();
    }

    /** What is not initial about an object that stands under its own name. */
    private void applied(SchemaObject object, String key, int rank) {
        List<Setting> settings = toSet(object);
        List<String> sql = settings.stream().flatMap(s -> s.apply().stream()).toList();
        node(key, rank, StepKind.SET, object.id(), "it had " + words(settings), sql, LockLevel.NONE);
    }

    /** What a new object does not have by itself. */
    private List<Setting> toSet(SchemaObject object) {
        List<Setting> live = seen.find(object.id()).map(SchemaObject::settings).orElse(List.of());
        return object.settings().stream()
                .filter(s -> !s.initial()
                        || s.named()
                                && live.stream()
                                        .anyMatch(l -> l.name().equals(s.name())
                                                && !l.value().equals(s.value())))
                .toList();
    }

    private static String words(List<Setting> settings) {
        List<String> names = settings.stream().map(Setting::name).toList();
        return names.size() <= 4 ? String.join(", ", names) : names.size() + " settings of its own";
    }

    private void change(ObjectId id, List<String> sql) {
        node("change:" + id, 9, StepKind.REPLACE, id, "the migration changed it", sql, LockLevel.NONE);
    }

    private void settings() {
        for (Table root : fates.before().roots()) {
            for (Table table : fates.before().tree(root)) {
                if (fates.arrives(table.id())) {
                    applied(table, "settings:" + table.id(), 11);
                    places.identities(table).forEach(s -> applied(s, "settings:" + s.id(), 11));
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
        for (Diff.Entry entry : d.situation().diff().entries()) {
            SchemaObject object = entry.snapshot();
            boolean anew = changes.creates().contains(entry.id())
                    || fates.arrives(entry.id())
                    || object instanceof Sequence s && s.identityOf() != null && fates.arrives(s.identityOf());
            if (object == null
                    || anew
                    || entry.settings().isEmpty()
                    || !d.situation().wanted().test(entry.id())) {
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
}
