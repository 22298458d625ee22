// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps that set sequences to where they must go on. */
final class PositionSteps {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final TableFates fates;
    private final StepGraph graph;

    PositionSteps(Derivation d) {
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.fates = d.fates();
        this.graph = d.graph();
    }

    void add() {
        for (Sequence sequence : snapshot.all(Sequence.class).toList()) {
            ObjectId owner = sequence.identityOf() != null ? sequence.identityOf() : sequence.ownedBy();
            Sequence now = seen.find(sequence.id()).orElse(null) instanceof Sequence s ? s : null;
            boolean anew = graph.has("create:" + sequence.id())
                    || sequence.identityOf() != null && fates.arrives(sequence.identityOf())
                    || now == null;
            boolean behind = now != null
                    && (now.position() < sequence.position()) == (sequence.increment() > 0)
                    && now.position() != sequence.position();
            boolean filled = owner != null && fates.arrives(owner);
            if (!anew && !behind && !filled) {
                continue;
            }
            List<Long> candidates = new ArrayList<>();
            if (now != null && now.called()) {
                candidates.add(now.position());
            } else {
                liveSequence(sequence).filter(Sequence::called).ifPresent(s -> candidates.add(s.position()));
            }
            List<String> statements = new ArrayList<>(
                    input.dialect().ddl().position(sequence, candidates, numbered(owner, sequence.column())));
            if (owner == null && anew) {
                drawn(sequence)
                        .forEach(s -> statements.addAll(input.dialect()
                                .ddl()
                                .position(
                                        s,
                                        List.of(),
                                        Optional.ofNullable(s.ownedBy()).map(Relation::of))));
            }
            String key = "position:" + sequence.id();
            graph.add(new Node(
                    key,
                    13,
                    StepKind.POSITION,
                    sequence.id(),
                    "position of " + sequence.id(),
                    "it must not hand out a number again",
                    new Work.Statements(statements),
                    LockLevel.NONE,
                    0,
                    Reversibility.LOSSLESS));
        }
    }

    /** The table of a sequence, if its column holds numbers. */
    private Optional<Relation> numbered(@Nullable ObjectId owner, @Nullable String column) {
        return owner == null || column == null
                ? Optional.empty()
                : snapshot.table(owner)
                        .flatMap(t -> t.column(column))
                        .filter(c -> c.type().matches("(?i)(tiny|small|big)?int(eger)?|numeric.*|decimal.*"))
                        .map(c -> Relation.of(owner));
    }

    /** A sequence that belongs to no column, seen once for each column that draws its numbers from it. */
    private List<Sequence> drawn(Sequence sequence) {
        List<Sequence> uses = new ArrayList<>();
        for (Table table : snapshot.all(Table.class).toList()) {
            if (!table.dependsOn().contains(sequence.id()) || table.isPartition()) {
                continue;
            }
            for (Column column : table.columns()) {
                String given = column.defaultValue();
                if (given != null && given.contains(sequence.id().name())) {
                    uses.add(new Sequence(
                            sequence.id(),
                            sequence.options(),
                            null,
                            column.name(),
                            table.id(),
                            sequence.increment(),
                            sequence.position(),
                            sequence.called(),
                            List.of(),
                            sequence.nativeId()));
                }
            }
        }
        return uses;
    }

    /** The live sequence of the column that this one belonged to, whatever its name is now. */
    private Optional<Sequence> liveSequence(Sequence old) {
        ObjectId owner = old.identityOf() != null ? old.identityOf() : old.ownedBy();
        return seen.all(Sequence.class)
                .filter(s -> owner != null
                        && (owner.equals(s.identityOf()) || owner.equals(s.ownedBy()))
                        && java.util.Objects.equals(s.column(), old.column()))
                .findFirst();
    }
}
