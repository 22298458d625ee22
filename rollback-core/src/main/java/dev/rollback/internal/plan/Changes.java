// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are dropped, made and changed in place. What depends on a dropped object is dropped too and made again, until
 * nothing more falls.
 */
final class Changes {
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final TableFates fates;
    private final Ddl ddl;
    private final TreeSet<ObjectId> drops = new TreeSet<>();
    private final TreeSet<ObjectId> creates = new TreeSet<>();
    private final Map<ObjectId, List<String>> inPlace = new TreeMap<>();

    Changes(Situation situation) {
        this.snapshot = situation.snapshot();
        this.seen = situation.seen();
        this.fates = situation.fates();
        this.ddl = situation.ddl();
        List<Diff.Entry> entries = situation.diff().entries().stream()
                .filter(e -> situation.wanted().test(e.id()))
                .toList();
        entries.forEach(this::rebuildIfPartIsTied);
        entries.stream().filter(e -> e.id().kind() != ObjectKind.TABLE).forEach(this::judge);
        drops.addAll(situation.released());
        boolean more = true;
        while (more) {
            more = fall();
        }
        if (!situation.isTransactional()) {
            drops.removeIf(id -> situation.released().contains(id)
                    && leavesWithTable(seen.find(id).orElseThrow()));
        }
        seen.objects().stream()
                .filter(o -> drops.contains(o.id()) && snapshot.contains(o.id()))
                .forEach(o -> creates.add(o.id()));
        snapshot.objects().stream().filter(this::arrivesWithTable).forEach(o -> creates.add(o.id()));
        inPlace.keySet().removeAll(creates);
    }

    /** Some parts come and go with their table alone. */
    private void rebuildIfPartIsTied(Diff.Entry entry) {
        ObjectId id = entry.id();
        if (id.table() == null || !(entry.isMissing() || entry.isExtra() || entry.isChanged())) {
            return;
        }
        ObjectId table = ObjectId.table(id.schema(), id.table());
        Table before = snapshot.table(table).orElse(null);
        Table now = seen.table(table).orElse(null);
        if (before != null && now != null && (isTied(entry.snapshot(), before) || isTied(entry.live(), now))) {
            fates.force(fates.now().rootOf(table), "its " + id.kind().label() + " " + id.name() + " is not the same");
        }
    }

    private boolean isTied(@Nullable SchemaObject part, Table table) {
        return part != null && ddl.isTied(part, table);
    }

    private void judge(Diff.Entry entry) {
        SchemaObject live = entry.live();
        SchemaObject before = entry.snapshot();
        if (before == null && live != null) {
            drop(live);
        } else if (live == null && before != null) {
            create(before);
        } else if (live instanceof Sequence now
                && before instanceof Sequence old
                && (now.identityOf() == null) != (old.identityOf() == null)) {
            drop(now);
            create(old);
        } else if (live != null && before != null && entry.isChanged() && !leavesWithTable(live)) {
            Optional<List<String>> change = ddl.change(live, before);
            if (change.isPresent()) {
                inPlace.put(entry.id(), change.get());
            } else {
                drop(live);
                create(before);
            }
        }
    }

    private void drop(SchemaObject object) {
        boolean leavesWithColumn = object instanceof Sequence sequence && sequence.identityOf() != null;
        if (!leavesWithColumn && !leavesWithTable(object) && !leavesWithWhole(object)) {
            drops.add(object.id());
        }
    }

    private void create(SchemaObject object) {
        if (!(object instanceof Sequence sequence && sequence.identityOf() != null)) {
            creates.add(object.id());
        }
    }

    /** Partition indexes and keys go when the one of the parent goes. */
    private boolean leavesWithWhole(SchemaObject object) {
        ObjectId whole = whole(object);
        return whole != null && !snapshot.contains(whole);
    }

    private static @Nullable ObjectId whole(SchemaObject object) {
        if (object instanceof Constraint c) {
            return c.partOf();
        }
        return object instanceof Index i ? i.partOf() : null;
    }

    /** Whether a live object is taken along when its table is put aside. */
    boolean leavesWithTable(SchemaObject object) {
        if (object instanceof Sequence sequence) {
            ObjectId owner = sequence.identityOf() != null ? sequence.identityOf() : sequence.ownedBy();
            return owner != null && fates.leaves(owner) && !staysAsSequence(sequence);
        }
        ObjectId id = object.id();
        return id.table() != null && fates.leaves(ObjectId.table(id.schema(), id.table()));
    }

    private boolean staysAsSequence(Sequence sequence) {
        return snapshot.find(sequence.id()).orElse(null) instanceof Sequence old && old.identityOf() == null;
    }

    private boolean arrivesWithTable(SchemaObject object) {
        ObjectId id = object.id();
        return id.kind() != ObjectKind.TABLE
                && id.table() != null
                && fates.arrives(ObjectId.table(id.schema(), id.table()));
    }

    /** One round; true when something fell. */
    private boolean fall() {
        boolean fell = false;
        for (SchemaObject object : seen.objects()) {
            if (object instanceof Table table) {
                fell |= rebuildIfItsNeedsFall(table);
            } else if (!drops.contains(object.id()) && !leavesWithTable(object) && dependsOnFallen(object)) {
                inPlace.remove(object.id());
                ObjectId whole = whole(object);
                if (whole == null || !drops.contains(whole)) {
                    drops.add(object.id());
                    fell = true;
                } else if (snapshot.contains(object.id()) && creates.add(object.id())) {
                    fell = true;
                }
            } else if (whole(object) != null
                    && drops.contains(whole(object))
                    && snapshot.contains(object.id())
                    && creates.add(object.id())) {
                fell = true;
            }
        }
        return fell;
    }

    private boolean dependsOnFallen(SchemaObject object) {
        return object.dependsOn().stream().anyMatch(id -> drops.contains(id) || fates.leaves(id));
    }

    private boolean rebuildIfItsNeedsFall(Table table) {
        ObjectId root = fates.now().rootOf(table.id());
        Table before = snapshot.table(table.id()).orElse(null);
        if (before == null || fates.leaves(table.id())) {
            return false;
        }
        for (ObjectId need : table.dependsOn()) {
            boolean falls = drops.contains(need) && before.dependsOn().contains(need);
            if (falls
                    && need.kind() != ObjectKind.SEQUENCE
                    && fates.force(root, "it uses " + need + ", which is made anew")) {
                return true;
            }
        }
        return false;
    }

    /** Live objects that are dropped, tables not among them. */
    TreeSet<ObjectId> drops() {
        return drops;
    }

    /** Old objects that are made, tables not among them. */
    TreeSet<ObjectId> creates() {
        return creates;
    }

    /** Objects that are changed in place, with the statements. */
    Map<ObjectId, List<String>> inPlace() {
        return inPlace;
    }

    /** Objects that cannot be made anew although they would have to be. */
    List<ObjectId> impossible() {
        return creates.stream()
                .filter(id -> snapshot.find(id).orElseThrow() instanceof OpaqueObject o
                        && o.create().isEmpty())
                .toList();
    }

    /** Types that must be kept aside, as a table kept aside still uses them. */
    boolean isNeededAside(ObjectId type) {
        return seen.all(Table.class)
                .anyMatch(t -> fates.leaves(t.id()) && t.dependsOn().contains(type));
    }

    /** Old tables that are built, by root. */
    List<Table> arriving() {
        return fates.before().roots().stream()
                .filter(t -> fates.fateBefore(t.id()) == Fate.REBUILD || fates.fateBefore(t.id()) == Fate.CREATE)
                .toList();
    }
}
