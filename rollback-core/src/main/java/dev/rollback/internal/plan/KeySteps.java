// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;

/** The steps that find old keys by new keys. */
final class KeySteps {
    private final PlanInput input;
    private final TableFates fates;
    private final Places places;
    private final StepGraph graph;
    private final RowSql sql;
    private final RowNodes nodes;

    KeySteps(Derivation d) {
        this.input = d.input();
        this.fates = d.fates();
        this.places = d.places();
        this.graph = d.graph();
        this.sql = d.sql();
        this.nodes = d.nodes();
    }

    /** Old keys by new keys, for as long as rows are copied. */
    void add(KeyMaps.Replaced key) {
        ObjectId table = key.table().id();
        RowMerge merge = key.merge();
        RowMerge placed = merge.from(Relation.of(table)).into(places.place(table));
        nodes.rows(
                "keys:" + table,
                4,
                StepKind.BUILD,
                table,
                "its key was replaced: every row gets its old one back",
                new Work.Statements(sql.keyMap(placed, key.oldKey(), key.liveKey(), key.map())),
                input.size(table).rows(),
                Reversibility.NEEDS_BACKUP);
        nodes.rows(
                "unkeys:" + table,
                5,
                StepKind.DROP,
                table,
                "old keys are back",
                new Work.Statements(input.dialect().ddl().dropKept("table", key.map())),
                0,
                Reversibility.LOSSLESS);
        graph.before("build:" + table, "keys:" + table);
        key.table().dependsOn().forEach(need -> graph.before("create:" + need, "keys:" + table));
        for (ObjectId root : fates.verdicts().keySet()) {
            graph.before("keys:" + table, "rows:" + root);
            graph.before("rows:" + root, "unkeys:" + table);
        }
    }
}
