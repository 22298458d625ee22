// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.report.PlanText;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.plan.Advice;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A plan with what it takes to run it. */
public final class DerivedPlan implements RollbackPlan {
    /** Rows a second that a copy does on small hardware; a plan estimates, the report measures. */
    private static final long ROWS_PER_SECOND = 150_000;

    private final PlanInput input;
    private final List<RollbackStep> steps = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private final List<Loss> losses;
    private final List<String> refusals;
    private final List<String> notes;
    private final Advice advice;
    private final List<Kept> kept;
    private final List<ObjectId> touched;
    private final Map<ObjectId, RowMerge> merges;
    private final Map<ObjectId, List<Relation>> restoredPartitions;
    private final Map<ObjectId, String> restoredRows;
    private final Renames renames;
    private final Names names;
    private final List<Relation> scratch;
    private final Predicate<ObjectId> wanted;
    private final Online online;
    private @Nullable ExplicitPlan explicit;
    private final String startsFrom;
    private final String hash;

    DerivedPlan(
            PlanInput input,
            List<Node> nodes,
            List<Loss> losses,
            List<String> refusals,
            List<String> notes,
            Advice advice,
            List<Kept> kept,
            List<ObjectId> touched,
            Map<ObjectId, RowMerge> merges,
            Map<ObjectId, List<Relation>> restoredPartitions,
            Map<ObjectId, String> restoredRows,
            Renames renames,
            Names names,
            Predicate<ObjectId> wanted,
            Online online) {
        this.input = input;
        this.renames = renames;
        this.names = names;
        this.scratch = names.scratch();
        this.wanted = wanted;
        this.online = online;
        this.refusals = List.copyOf(refusals);
        this.notes = List.copyOf(notes);
        this.advice = advice;
        this.kept = List.copyOf(kept);
        this.losses =
                losses.stream().map(l -> l.at(Tokens.display(place(l), ""))).toList();
        this.touched = List.copyOf(touched);
        this.merges = new TreeMap<>(merges);
        this.restoredPartitions = new TreeMap<>(restoredPartitions);
        this.restoredRows = new TreeMap<>(restoredRows);
        StringBuilder all = new StringBuilder();
        boolean blocked = !online.isPossible();
        for (Node node : nodes) {
            blocked |= node.kind() == StepKind.EXCHANGE;
            steps.add(step(
                    steps.size() + 1,
                    node,
                    !blocked && node.lock() == LockLevel.WRITERS_WAIT ? LockLevel.NONE : node.lock()));
            works.add(node.work());
            all.append(node.key()).append('\n');
            node.work().sql().forEach(sql -> all.append(sql).append('\n'));
        }
        this.startsFrom = input.live().fingerprint();
        this.hash = Fingerprint.of(String.join(
                "\n",
                input.target(),
                input.mode().name(),
                input.only().toString(),
                input.snapshot().fingerprint(),
                startsFrom,
                all.toString()));
    }

    private static RollbackStep step(int number, Node node, LockLevel lock) {
        String source =
                node.work() instanceof Work.Copy copy ? copy.sources().get(0).toString() : "";
        return new RollbackStep(
                number,
                node.kind(),
                node.object(),
                node.summary(),
                node.reason(),
                node.work().sql().stream().map(s -> Tokens.display(s, source)).toList(),
                lock,
                node.rows(),
                Duration.ofMillis(20 + node.rows() * 1000 / ROWS_PER_SECOND),
                node.reversibility());
    }

    /** Where the data of a loss is once the run is done, with the mark of the run; empty when it stays where it is. */
    public String place(Loss loss) {
        return switch (loss.kind()) {
            case KEPT_AS_IS -> "";
            case QUARANTINE, REWRITE_UNDONE, SEED_REMOVED ->
                input.backupSchema() + ".rollback_quarantine, run " + Tokens.RUN;
            case TABLE_REMOVED, COLUMN_REMOVED, VALUE_NARROWED, OVERWRITTEN ->
                kept.stream()
                        .filter(k -> k.from().equals(loss.table()))
                        .map(k -> k.relation().toString())
                        .findFirst()
                        .orElse("backup safety-run-" + Tokens.RUN);
        };
    }

    /** What a step executes; steps count from 1. */
    public Work work(RollbackStep step) {
        return works.get(step.number() - 1);
    }

    public PlanInput input() {
        return input;
    }

    /** What the run will keep in the backup schema, with the mark of the run. */
    public List<Kept> kept() {
        return kept;
    }

    /** Live tables that the run changes, under their live names. */
    public List<ObjectId> touched() {
        return touched;
    }

    /** Tables that are filled from their live rows, with how. */
    public Map<ObjectId, RowMerge> merges() {
        return merges;
    }

    /** Partitions of a table that are filled from the backup, with the mark of the run. */
    public List<Relation> restoredPartitions(ObjectId root) {
        return restoredPartitions.getOrDefault(root, List.of());
    }

    /** A query that counts the rows of a table that are put back beside its live ones; empty when there are none. */
    public Optional<String> restoredRows(ObjectId root) {
        return Optional.ofNullable(restoredRows.get(root));
    }

    /** The relations that a table is filled from, one after the other. */
    public List<Relation> sources(ObjectId root) {
        return works.stream()
                .filter(w -> w instanceof Work.Copy c && c.sources().contains(Relation.of(root)))
                .map(w -> ((Work.Copy) w).sources())
                .findFirst()
                .orElse(List.of(Relation.of(root)));
    }

    /** Where a table of the old shape is filled: its own place, or a shadow of it, with the mark of the run. */
    public Relation shadow(ObjectId table) {
        return names.shadow(table);
    }

    /** Relations that are of use while the plan runs only, with the mark of the run; they may not be there. */
    public List<Relation> scratch() {
        return scratch;
    }

    /** What a catalog read must cover to be compared with what this plan starts from. */
    public Scope scopeBefore() {
        return Scope.following(input.snapshot(), input.live().schemas());
    }

    /** What a catalog read must cover to be compared with what this plan leads to: everything is under its old name. */
    public Scope scopeAfter() {
        return Scope.of(scopeBefore().schemas()).without(scopeBefore().without());
    }

    /** The objects that the run answers for. */
    public Predicate<ObjectId> wanted() {
        return wanted;
    }

    /** Whether others may write while rows are copied. */
    public Online online() {
        return online;
    }

    /** The name that a live object had in the snapshot. */
    public ObjectId oldName(ObjectId live) {
        return renames.oldName(live);
    }

    /** The wishes that the plan was resolved from; null for a derived plan. */
    public @Nullable ExplicitPlan explicit() {
        return explicit;
    }

    public DerivedPlan resolving(ExplicitPlan wishes) {
        this.explicit = wishes;
        return this;
    }

    /** Hashes of all live objects, to say later what drifted. */
    public Map<String, String> objectHashes() {
        Map<String, String> hashes = new TreeMap<>();
        for (SchemaObject object : input.live().objects()) {
            hashes.put(object.id().toString(), Fingerprint.of(object));
        }
        return hashes;
    }

    @Override
    public String target() {
        return input.target();
    }

    @Override
    public boolean isExplicit() {
        return explicit != null;
    }

    @Override
    public RestoreMode mode() {
        return input.mode();
    }

    @Override
    public List<RollbackStep> steps() {
        return List.copyOf(steps);
    }

    @Override
    public List<Loss> losses() {
        return losses;
    }

    @Override
    public List<String> refusals() {
        return refusals;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Advice advice() {
        return advice;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public String startsFrom() {
        return startsFrom;
    }

    @Override
    public String toText() {
        return PlanText.text(this);
    }

    @Override
    public String toMarkdown() {
        return PlanText.markdown(this);
    }

    @Override
    public String toJson() {
        return PlanJson.write(this);
    }

    @Override
    public String toSql() {
        return new Script(this).text();
    }

    @Override
    public String toString() {
        return toText();
    }
}
