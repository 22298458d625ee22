// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.util.List;
import java.util.Objects;

/** Where each change of a table may copy it, a new table gets all its keys, checks and indexes at once when it is filled. */
final class Completion {
    private final Derivation d;
    private final StepGraph graph;

    Completion(Derivation d) {
        this.d = d;
        this.graph = d.graph();
    }

    /** Whether a part comes with its table, and needs no step of its own. */
    static boolean covers(Derivation d, SchemaObject part) {
        ObjectId id = part.id();
        if (d.isTransactional() || id.table() == null || !isKeyOrIndex(part)) {
            return false;
        }
        ObjectId table = ObjectId.table(id.schema(), Objects.requireNonNull(id.table()));
        return d.fates().arrives(table)
                && !d.places().isNameTaken(part)
                && (d.places().isOnShadow(part) || d.places().place(table).equals(Relation.of(table)));
    }

    private static boolean isKeyOrIndex(SchemaObject part) {
        return part instanceof Index || part instanceof Constraint && part.id().kind() != ObjectKind.FOREIGN_KEY;
    }

    void add(Stepwise stepwise) {
        for (Table table : d.fates().before().roots()) {
            if (!d.fates().arrives(table.id())) {
                continue;
            }
            List<SchemaObject> parts = d.snapshot().partsOf(table.id()).stream()
                    .filter(p -> covers(d, p))
                    .toList();
            List<String> sql = stepwise.complete(table, parts, d.places().place(table.id()));
            if (!sql.isEmpty()) {
                add(table.id(), parts, sql);
            }
        }
    }

    private void add(ObjectId table, List<SchemaObject> parts, List<String> sql) {
        String key = "complete:" + table;
        graph.add(new Node(
                key,
                5,
                StepKind.CREATE,
                table,
                "create keys and indexes of " + table.path(),
                "the table had them",
                new Work.Statements(sql),
                LockLevel.NONE,
                d.input().size(table).rows(),
                Reversibility.LOSSLESS));
        for (String before : List.of("build:", "rows:", "seeds:", "deleted:", "partitions:", "overflow:")) {
            graph.before(before + table, key);
        }
        parts.forEach(p -> graph.before("fit:" + p.id(), key));
        for (String after : List.of("swap:", "settings:", "defaults:")) {
            graph.before(key, after + table);
        }
        d.snapshot().partsOf(table).forEach(p -> graph.before(key, "create:" + p.id()));
        d.snapshot().partsOf(table).forEach(p -> graph.before(key, "settings:" + p.id()));
        for (SchemaObject object : d.snapshot().objects()) {
            boolean uses = object.dependsOn().contains(table)
                    || object instanceof Constraint c && table.equals(c.references());
            if (uses && !table.equals(object.id())) {
                graph.before(key, "create:" + object.id());
            }
        }
    }
}
