// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;

/** Steps that move rows, and when they run. */
final class RowNodes {
    private final DatabaseModel snapshot;
    private final TableFates fates;
    private final StepGraph graph;

    RowNodes(Derivation d) {
        this.snapshot = d.snapshot();
        this.fates = d.fates();
        this.graph = d.graph();
    }

    void rows(
            String key,
            int rank,
            StepKind kind,
            ObjectId object,
            String reason,
            Work work,
            long rows,
            Reversibility how) {
        graph.add(new Node(
                key,
                rank,
                kind,
                object,
                kind.label() + " of " + object.path(),
                reason,
                work,
                LockLevel.WRITERS_WAIT,
                rows,
                how));
    }

    void afterBuild(ObjectId root) {
        graph.before("build:" + root, "rows:" + root);
        for (Table table : fates.before().tree(snapshot.table(root).orElseThrow())) {
            snapshot.partsOf(table.id()).forEach(part -> graph.before("rows:" + root, "create:" + part.id()));
        }
        graph.before("rows:" + root, "swap:" + root);
        graph.before("rows:" + root, "settings:" + root);
    }

    void betweenRowsAndKeys(ObjectId root, String key) {
        graph.before("rows:" + root, key);
        graph.before(key, "swap:" + root);
        for (Table table : fates.before().tree(snapshot.table(root).orElseThrow())) {
            snapshot.partsOf(table.id()).forEach(part -> {
                graph.before(key, "create:" + part.id());
                graph.before(key, "fit:" + part.id());
            });
        }
    }
}
