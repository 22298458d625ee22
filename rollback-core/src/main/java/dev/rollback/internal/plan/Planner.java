// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.RollbackListener;
import dev.rollback.dialect.Following;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.Server.Size;
import dev.rollback.dialect.Stepwise;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.internal.report.Words;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Loss;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Derives the way back: renames, then what happens to tables, then what falls with them, then rows, then the order. */
public final class Planner {
    private final PlanInput input;
    private final Connection connection;
    private final Probes probes;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** Foreign keys that step aside for a while as rows or values come back that they hold; and those whose rows may have to leave. */
    private final Set<ObjectId> returning = new HashSet<>();

    private final Set<ObjectId> following = new HashSet<>();

    public Planner(PlanInput input, Connection connection, RollbackListener listener) {
        this.input = input;
        this.connection = connection;
        this.probes = new Probes(connection, listener);
    }

    public DerivedPlan plan() throws SQLException {
        Set<ObjectId> released = new HashSet<>();
        DerivedPlan plan = derive(released);
        while (released.addAll(inTheWay(plan))) {
            refusals.clear();
            notes.clear();
            plan = derive(released);
        }
        return plan;
    }

    private Set<ObjectId> inTheWay(DerivedPlan plan) {
        following.addAll(pointingToLeavingRows(plan));
        Set<ObjectId> objects = new HashSet<>(following);
        objects.addAll(returning);
        if (input.dialect().stepwise().isPresent()) {
            objects.addAll(firingTriggers(plan));
        }
        return objects;
    }

    /** Triggers of tables whose rows change in their place, where triggers cannot be told to be silent. */
    private Set<ObjectId> firingTriggers(DerivedPlan plan) {
        Set<ObjectId> triggers = new HashSet<>();
        DatabaseModel seen =
                new Renames(input.snapshot(), input.live(), input.dialect().ddl()).seen();
        plan.steps().stream()
                .filter(s -> plan.work(s) instanceof Work.Rows)
                .map(RollbackStep::object)
                .filter(id -> plan.kept().stream().noneMatch(k -> k.from().equals(id)))
                .flatMap(id -> seen.partsOf(id).stream())
                .map(SchemaObject::id)
                .filter(id ->
                        id.kind() == ObjectKind.TRIGGER && input.snapshot().contains(id))
                .forEach(triggers::add);
        return triggers;
    }

    /** Live foreign keys into tables that rows may leave: their own rows may have to follow. */
    private Set<ObjectId> pointingToLeavingRows(DerivedPlan plan) {
        Set<ObjectId> tables = new HashSet<>();
        plan.losses().stream().filter(l -> l.kind() == Loss.Kind.QUARANTINE).forEach(l -> tables.add(l.table()));
        following.forEach(id -> tables.add(ObjectId.table(id.schema(), String.valueOf(id.table()))));
        Set<ObjectId> keys = new HashSet<>();
        new Renames(input.snapshot(), input.live(), input.dialect().ddl())
                .seen()
                .all(Constraint.class)
                .filter(c -> c.references() != null && tables.contains(c.references()))
                .filter(c -> input.snapshot().contains(c.id()))
                .forEach(c -> keys.add(c.id()));
        return keys;
    }

    private DerivedPlan derive(Set<ObjectId> released) throws SQLException {
        DatabaseModel snapshot = input.snapshot();
        Renames renames = new Renames(snapshot, input.live(), input.dialect().ddl());
        DatabaseModel seen = renames.seen();
        TableFates fates = new TableFates(snapshot, renames, input.dialect().ddl());
        Merges merges = new Merges(
                snapshot,
                input.live(),
                renames,
                input.backup(),
                input.backupSchema(),
                input.dialect().rows(),
                input.writer(),
                probes);
        Predicate<ObjectId> wanted = wanted(fates);
        Situation situation = new Situation(input, renames, Diff.between(snapshot, seen), fates, released, wanted);
        if (input.mode() == RestoreMode.IMAGE) {
            image(fates, merges, wanted);
        }
        if (!situation.isTransactional()) {
            rowsBeforeColumns(fates, merges);
        }
        Changes changes = new Changes(situation);
        limits(fates, changes);
        partitions(fates, merges);
        StepGraph graph = new StepGraph();
        Names names = new Names(input.dialect(), input.backupSchema());
        Ledger ledger = new Ledger(input, renames, probes);
        Derivation derivation = new Derivation(
                situation, changes, merges, names, new Places(situation, changes, names), probes, ledger, graph);
        new StructureSteps(derivation).add();
        RowSteps rows = new RowSteps(derivation);
        rows.add();
        returning.addAll(rows.migrated().returning());
        rows.addFits(changes.creates(), released);
        input.dialect().stepwise().ifPresent(stepwise -> {
            new Completion(derivation).add(stepwise);
            new Exchange(derivation).add(stepwise);
        });
        refusals.addAll(rows.refusals());
        Optional<Following> following = input.dialect().stepwise().flatMap(Stepwise::following);
        Online online = following.isPresent() && graph.has(Exchange.KEY)
                ? new OnlineTables(derivation, following.get(), connection).find(rows.merges())
                : Online.NEVER;
        notes.addAll(online.notes());
        List<Node> ordered = new ArrayList<>();
        try {
            ordered.addAll(graph.ordered());
        } catch (StepGraph.CycleException e) {
            refusals.add("No order can be found in which these steps work: " + e.getMessage() + ".");
        }
        if (!ordered.isEmpty() && !input.live().database().equals(snapshot.database())) {
            refusals.add("The snapshot was taken from another database (" + snapshot.database() + ") than this one ("
                    + input.live().database() + ").");
        }
        boolean asItWas = ordered.isEmpty();
        input.closing().forEach(c -> ordered.add(closing(c)));
        return new DerivedPlan(
                input,
                ordered,
                ledger.losses(),
                refusals,
                notes,
                new AdviceRules(situation).advise(refusals, ledger.losses(), asItWas),
                kept(fates, changes, names),
                touched(fates, renames),
                rows.merges(),
                rows.restoredPartitions(),
                rows.restoredRows(),
                renames,
                names,
                wanted,
                online);
    }

    private static Node closing(ClosingStep step) {
        ObjectId id = ObjectId.table(step.schema(), step.table());
        return new Node(
                "record " + id,
                0,
                StepKind.RECORD,
                id,
                step.summary(),
                "the record of the migration tool must say what the schema is",
                new Work.Rows(step.sql()),
                LockLevel.NONE,
                step.sql().size(),
                Reversibility.LOSSLESS);
    }

    /** The objects that the caller asked for: all, or some tables with what belongs to them. */
    private Predicate<ObjectId> wanted(TableFates fates) {
        if (input.only().isEmpty()) {
            return id -> true;
        }
        fates.verdicts().keySet().stream()
                .filter(root -> !input.only().contains(root))
                .toList()
                .forEach(fates::exclude);
        return id -> {
            ObjectId table = id.table() == null ? id : ObjectId.table(id.schema(), id.table());
            boolean needed = input.only().stream()
                    .flatMap(t -> input.snapshot().table(t).stream())
                    .anyMatch(t -> t.dependsOn().contains(id));
            return needed
                    || input.only().contains(fates.before().rootOf(table))
                    || input.only().contains(fates.now().rootOf(table));
        };
    }

    /** An image restore builds every table anew whose rows are not those of the backup. */
    private void image(TableFates fates, Merges merges, Predicate<ObjectId> wanted) throws SQLException {
        RowSql sql = input.dialect().rows();
        for (Table table : fates.before().roots()) {
            Fate fate = fates.fateBefore(table.id());
            Table now = merges.liveOf(table.id()).orElse(null);
            Relation saved = merges.saved(table.id()).orElse(null);
            if (!wanted.test(table.id()) || now == null || fate == Fate.CREATE) {
                continue;
            }
            if (saved == null) {
                notes.add("The backup has no rows of " + table.id().path() + ": they stay as they are.");
                continue;
            }
            boolean sameRows = fate == Fate.SAME
                    && probes.checksum(sql.checksum(saved, table.storedColumns()))
                            .equals(probes.checksum(sql.checksum(Relation.of(now.id()), now.storedColumns())));
            if (!sameRows) {
                fates.force(table.id(), "its rows are not those of the backup");
            }
        }
    }

    /**
     * What the migration did to rows is known by what they hold now: where columns change in place they would hold something
     * else by the time their turn comes.
     */
    private void rowsBeforeColumns(TableFates fates, Merges merges) throws SQLException {
        for (Table table : fates.before().roots()) {
            Table now = merges.liveOf(table.id()).orElse(null);
            if (now != null
                    && fates.fateBefore(table.id()) == Fate.ALTER
                    && input.writer().isKnown(now)
                    && new WrittenByMigration(input, probes).any(merges.merge(table, now))) {
                fates.force(table.id(), "rows that the migration wrote come back");
            }
        }
    }

    /** What the partitions hold before they are replaced by a table that is not partitioned like that. */
    private void partitions(TableFates fates, Merges merges) throws SQLException {
        for (Table root : fates.now().roots()) {
            if (!root.isPartitioned() || !fates.leaves(root.id()) || !fates.arrives(root.id())) {
                continue;
            }
            Map<String, Size> partitions = input.dialect()
                    .server()
                    .partitions(
                            connection, merges.liveOf(root.id()).orElseThrow().id());
            notes.add(root.id().path() + " is partitioned by " + firstLine(root.partitionedBy()) + " into "
                    + Words.count(partitions.size(), "partition") + ".");
            partitions.forEach((name, size) -> notes.add("Partition " + name + " of "
                    + root.id().path() + ": about " + Words.rows(size.rows()) + ", " + Words.bytes(size.bytes())));
        }
    }

    /** Some products name the partitions in the lines that follow. */
    private static String firstLine(@Nullable String partitionedBy) {
        return String.valueOf(partitionedBy).lines().findFirst().orElse("");
    }

    /** Refuses by name what could be captured but cannot be made. */
    private void limits(TableFates fates, Changes changes) {
        for (Table root : fates.before().roots()) {
            for (Table table : fates.before().tree(root)) {
                if (!table.limit().isEmpty() && fates.arrives(table.id())) {
                    refusals.add("Table " + table.id().path() + " cannot be made anew: it " + table.limit() + ".");
                }
            }
        }
        for (Table table : fates.now().roots()) {
            if (!table.limit().isEmpty() && fates.leaves(table.id()) && fates.fateNow(table.id()) == Fate.REBUILD) {
                refusals.add("Table " + table.id().path() + " cannot be replaced: it " + table.limit() + ".");
            }
        }
        changes.impossible()
                .forEach(id -> refusals.add("The " + id
                        + " was changed or removed, and this kind of object can only be compared, not made anew."));
    }

    private static List<Kept> kept(TableFates fates, Changes changes, Names names) {
        List<Kept> kept = new ArrayList<>();
        for (Table root : fates.now().roots()) {
            if (fates.leaves(root.id())) {
                kept.add(new Kept("table", names.aside(root.id()), root.id()));
            }
        }
        for (ObjectId id : changes.drops()) {
            if (id.kind() == ObjectKind.TYPE && changes.isNeededAside(id)) {
                kept.add(new Kept("type", names.aside(id), id));
            }
        }
        return kept;
    }

    /** Live tables that the run reads or changes, under their live names. */
    private List<ObjectId> touched(TableFates fates, Renames renames) {
        return input.live()
                .all(Table.class)
                .map(Table::id)
                .filter(id -> fates.verdicts().containsKey(renames.oldName(id))
                        && fates.verdict(renames.oldName(id)).fate() != Fate.SAME)
                .toList();
    }
}
