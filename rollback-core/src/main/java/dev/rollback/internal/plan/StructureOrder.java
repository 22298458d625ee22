// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the steps that touch structure come before which. */
final class StructureOrder {
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final TableFates fates;
    private final Places places;
    private final StepGraph graph;

    StructureOrder(Derivation d) {
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.fates = d.fates();
        this.places = d.places();
        this.graph = d.graph();
    }

    void add() {
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
            for (ObjectId holder : places.holders(object)) {
                graph.before("drop:" + holder, "create:" + id);
                ObjectId table = fates.now().rootOf(ObjectId.table(holder.schema(), String.valueOf(holder.table())));
                List.of("aside:", "swap:").forEach(leave -> graph.before(leave + table, "create:" + id));
            }
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
                    boolean onShadow = places.isOnShadow(part);
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
