// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.internal.TableNames;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.plan.ExplicitPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns wishes into the structure to reach: the live one without what shall go. */
public final class ExplicitTarget {
    private final DatabaseModel live;
    private final Optional<DatabaseModel> unpartitioned;
    private final Map<ObjectId, SchemaObject> objects = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<ObjectId> removed = new ArrayList<>();
    private final List<Map.Entry<ObjectId, String>> dropped = new ArrayList<>();

    /**
     * @param live the live structure
     * @param unpartitioned the newest snapshot that may know the keys a table had before it was partitioned
     */
    public ExplicitTarget(DatabaseModel live, Optional<DatabaseModel> unpartitioned) {
        this.live = live;
        this.unpartitioned = unpartitioned;
        live.objects().forEach(o -> objects.put(o.id(), o));
    }

    public DatabaseModel apply(ExplicitPlan plan) {
        if (plan.changes().isEmpty()) {
            throw new InvalidInputException("An explicit plan names at least one change.");
        }
        for (ExplicitPlan.Change change : plan.changes()) {
            if (change instanceof ExplicitPlan.RemovePartitioning c) {
                removePartitioning(TableNames.find(List.of(live), c.table()), c.ifPartitioned());
            } else if (change instanceof ExplicitPlan.DropTable c) {
                if (!c.ifExists() || exists(c.table())) {
                    dropTable(TableNames.find(List.of(live), c.table()));
                }
            } else if (change instanceof ExplicitPlan.DropColumn c) {
                dropColumn(c);
            } else if (change instanceof ExplicitPlan.DropIndex c) {
                dropIndex(c.index());
            } else if (change instanceof ExplicitPlan.DropConstraint c) {
                dropConstraint(c);
            }
        }
        refuseDependents();
        return live.withObjects(objects.values());
    }

    /** The plan in words, as its target. */
    public String words() {
        return String.join(", ", words);
    }

    /** Columns that shall go, each with its table. */
    public List<Map.Entry<ObjectId, String>> droppedColumns() {
        return dropped;
    }

    private boolean exists(String table) {
        return live.all(Table.class)
                .map(Table::id)
                .anyMatch(id -> id.name().equals(table) || (id.schema() + "." + id.name()).equals(table));
    }

    private static String parent(Table partition) {
        ObjectId parent = partition.partitionOf();
        return parent == null ? "" : parent.path();
    }

    private void removePartitioning(ObjectId id, boolean ifPartitioned) {
        Table table = live.table(id).orElseThrow();
        if (ifPartitioned && !table.isPartitioned() && !table.isPartition()) {
            return;
        }
        if (!table.isPartitioned() || table.isPartition()) {
            throw new InvalidInputException("Table " + id.path() + " is not partitioned"
                    + (table.isPartition() ? ": it is a partition of " + parent(table) : "") + ".");
        }
        words.add("remove partitioning of " + id.path());
        for (Table member : new TableTrees(live).tree(table)) {
            if (!member.id().equals(id)) {
                objects.remove(member.id());
                live.partsOf(member.id()).forEach(p -> objects.remove(p.id()));
            }
        }
        objects.put(
                id,
                new Table(
                        id,
                        table.columns(),
                        table.attributes(),
                        null,
                        null,
                        null,
                        List.of(),
                        table.limit(),
                        table.settings(),
                        table.dependsOn(),
                        0,
                        0));
        unpartitioned
                .filter(m -> m.table(id).filter(t -> sameColumns(t, table)).isPresent())
                .ifPresent(m -> takeParts(id, m));
    }

    private static boolean sameColumns(Table one, Table other) {
        return !one.isPartitioned()
                && one.columns().stream()
                        .map(Column::definition)
                        .toList()
                        .equals(other.columns().stream().map(Column::definition).toList());
    }

    /** The keys, indexes and foreign keys that the table had before it was partitioned. */
    private void takeParts(ObjectId id, DatabaseModel before) {
        Collection<SchemaObject> parts = before.partsOf(id);
        live.partsOf(id).stream()
                .filter(p -> p instanceof Constraint || p instanceof Index)
                .forEach(p -> objects.remove(p.id()));
        parts.stream()
                .filter(p -> p instanceof Constraint || p instanceof Index)
                .filter(p -> p.dependsOn().stream().allMatch(objects::containsKey))
                .forEach(p -> objects.put(p.id(), p));
        before.all(Constraint.class)
                .filter(c -> id.equals(c.references()) && !objects.containsKey(c.id()))
                .filter(c -> objects.containsKey(c.table()))
                .forEach(c -> objects.put(c.id(), c));
    }

    private void dropTable(ObjectId id) {
        words.add("drop table " + id.path());
        Table table = live.table(id).orElseThrow();
        if (table.isPartition()) {
            throw new InvalidInputException("Table " + id.path() + " is a partition of " + parent(table)
                    + ". Remove the partitioning, or drop the whole table.");
        }
        for (Table member : new TableTrees(live).tree(table)) {
            remove(member.id());
            live.partsOf(member.id()).forEach(p -> objects.remove(p.id()));
            live.all(Sequence.class)
                    .filter(s -> member.id().equals(s.ownedBy()) || member.id().equals(s.identityOf()))
                    .forEach(s -> objects.remove(s.id()));
        }
    }

    private void remove(ObjectId id) {
        objects.remove(id);
        removed.add(id);
    }

    private void dropColumn(ExplicitPlan.DropColumn wish) {
        if (wish.ifExists() && !exists(wish.table())) {
            return;
        }
        ObjectId id = TableNames.find(List.of(live), wish.table());
        Table table = (Table) objects.getOrDefault(id, live.table(id).orElseThrow());
        if (table.column(wish.column()).isEmpty()) {
            if (wish.ifExists()) {
                return;
            }
            throw new InvalidInputException("Table " + id.path() + " has no column '" + wish.column() + "'. It has "
                    + table.columns().stream().map(Column::name).toList() + ".");
        }
        if (table.isPartition()) {
            throw new InvalidInputException("Table " + id.path() + " is a partition: drop the column of "
                    + parent(table) + ", and it goes from all partitions.");
        }
        if (!table.limit().isEmpty()) {
            throw new RollbackRefusedException(
                    "Columns of table " + id.path() + " cannot be dropped by a plan: it " + table.limit() + ".");
        }
        if (table.columns().size() == 1) {
            throw new RollbackRefusedException("Column " + wish.column() + " is the only one of " + id.path() + ".");
        }
        words.add("drop column " + id.path() + "." + wish.column());
        dropped.add(Map.entry(id, wish.column()));
        for (Table member : new TableTrees(live).tree(live.table(id).orElseThrow())) {
            Table now = (Table) objects.getOrDefault(member.id(), member);
            objects.put(member.id(), without(now, wish.column()));
            for (SchemaObject part : live.partsOf(member.id())) {
                boolean uses = part instanceof Constraint c && c.columns().contains(wish.column())
                        || part instanceof Index i && i.columns().contains(wish.column());
                if (uses) {
                    objects.remove(part.id());
                }
            }
        }
        live.all(Constraint.class)
                .filter(c -> id.equals(c.references()) && c.referencedColumns().contains(wish.column()))
                .forEach(c -> objects.remove(c.id()));
        live.all(Sequence.class)
                .filter(s -> wish.column().equals(s.column()))
                .filter(s -> id.equals(s.ownedBy()) || id.equals(s.identityOf()))
                .forEach(s -> objects.remove(s.id()));
    }

    private static Table without(Table table, String column) {
        List<Column> columns =
                table.columns().stream().filter(c -> !c.name().equals(column)).toList();
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<Setting> settings = table.settings().stream()
                .filter(s -> s.column(names).filter(column::equals).isEmpty())
                .toList();
        return table.withColumns(columns).withSettings(settings);
    }

    private void dropIndex(String given) {
        Index index = live.all(Index.class)
                .filter(i -> i.id().name().equals(given) || (i.id().schema() + "." + i.id().name()).equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no index '" + given + "'."));
        words.add("drop index " + index.id().path());
        remove(index.id());
        live.all(Index.class).filter(i -> index.id().equals(i.partOf())).forEach(i -> objects.remove(i.id()));
    }

    private void dropConstraint(ExplicitPlan.DropConstraint wish) {
        ObjectId id = TableNames.find(List.of(live), wish.table());
        Constraint constraint = live.partsOf(id).stream()
                .filter(o -> o instanceof Constraint && o.id().name().equals(wish.constraint()))
                .map(Constraint.class::cast)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "Table " + id.path() + " has no constraint '" + wish.constraint() + "'."));
        words.add("drop constraint " + constraint.id().path());
        remove(constraint.id());
        live.all(Constraint.class)
                .filter(c -> constraint.id().equals(c.partOf()))
                .forEach(c -> objects.remove(c.id()));
    }

    /** What would break is named; nothing is dropped that was not asked for, but foreign keys and parts of dropped tables. */
    private void refuseDependents() {
        Set<ObjectId> gone = new HashSet<>(removed);
        List<String> reasons = new ArrayList<>();
        for (SchemaObject object : List.copyOf(objects.values())) {
            for (ObjectId need : object.dependsOn()) {
                if (gone.contains(need)) {
                    reasons.add("The " + object.id() + " needs the " + need
                            + ". Name it in the plan too, or drop it first.");
                }
            }
        }
        if (!reasons.isEmpty()) {
            throw new RollbackRefusedException(reasons);
        }
        objects.keySet()
                .removeIf(id -> id.kind() == ObjectKind.PUBLICATION_TABLE
                        && id.table() != null
                        && gone.contains(ObjectId.table(id.schema(), id.table())));
    }
}
