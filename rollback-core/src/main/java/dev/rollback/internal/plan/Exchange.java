// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Stepwise.Move;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where no transaction holds the swaps together, all tables change places in one statement: after everything that is built and
 * filled beside them, before everything that touches live tables.
 */
final class Exchange {
    static final String KEY = "exchange";
    private static final List<String> BESIDE = List.of(
            "build:", "complete:", "rows:", "keys:", "unkeys:", "seeds:", "deleted:", "partitions:", "overflow:");

    private final Derivation d;
    private final StepGraph graph;

    Exchange(Derivation d) {
        this.d = d;
        this.graph = d.graph();
    }

    void add(Stepwise stepwise) {
        List<Move> moves = new ArrayList<>();
        for (Table root : d.fates().now().roots()) {
            if (d.fates().leaves(root.id())) {
                d.fates().now().tree(root).forEach(t -> moves.add(leaving(t.id(), stepwise)));
            }
        }
        List<Table> rebuilt = d.fates().before().roots().stream()
                .filter(t -> d.fates().fateBefore(t.id()) == Fate.REBUILD)
                .toList();
        for (Table root : rebuilt) {
            d.fates()
                    .before()
                    .tree(root)
                    .forEach(t -> moves.add(new Move(d.names().shadow(t.id()), Relation.of(t.id()))));
        }
        if (moves.isEmpty()) {
            return;
        }
        ObjectId first =
                ObjectId.table(moves.get(0).from().schema(), moves.get(0).from().name());
        graph.add(new Node(
                KEY,
                5,
                StepKind.EXCHANGE,
                first,
                "exchange tables",
                "new tables take their places, and what leaves is kept until cleanup",
                new Work.Exchange(moves, statements(stepwise, moves)),
                LockLevel.ALL_WAIT,
                0,
                Reversibility.LOSSLESS));
        order(rebuilt);
    }

    private List<String> statements(Stepwise stepwise, List<Move> moves) {
        List<String> statements = new ArrayList<>();
        d.fates().now().roots().stream()
                .filter(t -> d.fates().leaves(t.id()))
                .flatMap(t -> d.seen().partsOf(t.id()).stream())
                .filter(p -> p.id().kind() == ObjectKind.FOREIGN_KEY)
                .forEach(p -> statements.addAll(stepwise.loosen((Constraint) p)));
        statements.addAll(stepwise.exchange(moves));
        return statements;
    }

    private Move leaving(ObjectId table, Stepwise stepwise) {
        return new Move(
                Relation.of(table),
                stepwise.exchanged(
                        d.places().actual(table),
                        d.places().leavingParts(table),
                        d.names().aside(table)));
    }

    private void order(List<Table> rebuilt) {
        for (Table root : rebuilt) {
            BESIDE.forEach(key -> graph.before(key + root.id(), KEY));
            graph.before(KEY, "swap:" + root.id());
            for (Table table : d.fates().before().tree(root)) {
                for (SchemaObject part : d.snapshot().partsOf(table.id())) {
                    boolean onShadow = d.places().isOnShadow(part);
                    String create = "create:" + part.id();
                    graph.before(onShadow ? create : KEY, onShadow ? KEY : create);
                    // rows are looked at where they are filled, but for parents, which are in other tables
                    boolean beside = part.id().kind() != ObjectKind.FOREIGN_KEY;
                    String fit = "fit:" + part.id();
                    graph.before(beside ? fit : KEY, beside ? KEY : fit);
                }
            }
        }
        graph.keys("aside:").forEach(aside -> graph.before(KEY, aside));
        graph.keys("alter:").forEach(alter -> graph.before(KEY, alter));
        for (Table root : d.fates().before().roots()) {
            Fate fate = d.fates().fateBefore(root.id());
            if (fate == Fate.ALTER || fate == Fate.SAME) {
                graph.before(KEY, "rows:" + root.id());
                d.snapshot().partsOf(root.id()).forEach(p -> graph.before(KEY, "fit:" + p.id()));
            }
        }
        d.seen().objects().stream()
                .filter(o -> o.dependsOn().stream().anyMatch(d.fates()::leaves))
                .forEach(o -> graph.before(KEY, "drop:" + o.id()));
    }
}
