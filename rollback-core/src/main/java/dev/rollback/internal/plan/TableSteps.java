// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps that build, swap, alter and put aside tables. */
final class TableSteps {
    private final PlanInput input;
    private final DatabaseModel seen;
    private final Renames renames;
    private final TableFates fates;
    private final Changes changes;
    private final Names names;
    private final Places places;
    private final Ddl ddl;
    private final StructureSteps structure;
    private final boolean transactional;

    TableSteps(Derivation d, StructureSteps structure) {
        this.input = d.input();
        this.seen = d.seen();
        this.renames = d.renames();
        this.fates = d.fates();
        this.changes = d.changes();
        this.names = d.names();
        this.places = d.places();
        this.ddl = d.ddl();
        this.structure = structure;
        this.transactional = d.isTransactional();
    }

    void build(Table root, String reason) {
        List<String> sql = new ArrayList<>();
        for (Table table : fates.before().tree(root)) {
            sql.addAll(ddl.createTable(table, places.place(table.id())));
            if (table.partitionOf() != null) {
                sql.addAll(ddl.attachPartition(table, places.place(table.id()), places.place(table.partitionOf())));
            }
        }
        if (fates.fateBefore(root.id()) == Fate.REBUILD && input.mode() == RestoreMode.MERGE) {
            places.overflowing(root).forEach((table, statements) -> sql.addAll(statements));
        }
        if (fates.fateBefore(root.id()) == Fate.CREATE) {
            for (Table table : fates.before().tree(root)) {
                sql.addAll(ddl.createIdentities(table, places.identities(table)));
            }
        }
        structure.node("build:" + root.id(), 3, StepKind.BUILD, root.id(), reason, sql, LockLevel.NONE);
    }

    void swap(Table root, Table live) {
        List<String> sql = new ArrayList<>(putAside(live));
        List<Table> tree = fates.before().tree(root);
        if (transactional) {
            for (Table table : tree) {
                sql.addAll(ddl.moveIntoPlace(names.shadow(table.id()), Relation.of(table.id())));
            }
        }
        for (Table table : tree) {
            sql.addAll(ddl.createIdentities(table, places.identities(table)));
        }
        structure.node(
                "swap:" + root.id(),
                8,
                StepKind.SWAP,
                root.id(),
                "the new table takes the place; the old one is kept until cleanup",
                sql,
                LockLevel.ALL_WAIT);
    }

    void aside(Table live) {
        structure.node(
                "aside:" + live.id(),
                7,
                StepKind.PUT_ASIDE,
                live.id(),
                structure.added() + "; it is kept until cleanup",
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
            sql.addAll(ddl.putAside(
                    places.actual(table.id()),
                    places.leavingParts(table.id()),
                    own,
                    detached,
                    names.aside(table.id())));
        }
        return sql;
    }

    void alter(Table root) {
        List<String> sql = new ArrayList<>();
        for (Table table : fates.before().tree(root)) {
            Map<String, String> renamed = renames.columnsOf(places.liveName(table.id()));
            sql.addAll(ddl.alterTable(places.actual(table.id()), table, renamed, places.identities(table)));
        }
        structure.node(
                "alter:" + root.id(),
                8,
                StepKind.ALTER,
                root.id(),
                fates.verdict(root.id()).reason(),
                sql,
                LockLevel.ALL_WAIT);
    }
}
