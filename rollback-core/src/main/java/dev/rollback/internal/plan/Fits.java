// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.internal.TableKeys;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that come back may be violated by rows written meanwhile. Such rows are counted beforehand and set aside just before the
 * rule is made.
 */
final class Fits {
    private final Derivation d;
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final Merges merges;
    private final Probes probes;
    private final Ledger ledger;
    private final StepGraph graph;
    private final RowSql sql;

    Fits(Derivation d) {
        this.d = d;
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.merges = d.merges();
        this.probes = d.probes();
        this.ledger = d.ledger();
        this.graph = d.graph();
        this.sql = d.sql();
    }

    /** Keys, checks and unique indexes of a table that is filled anew. */
    void beforeKeys(Table table, Relation target, Table now, RowMerge merge) throws SQLException {
        // attributes may say how texts compare
        boolean alike = table.attributes().equals(now.attributes());
        for (SchemaObject part : snapshot.partsOf(table.id())) {
            boolean same = alike
                    && seen.find(part.id())
                            .filter(o -> o.definition().equals(part.definition()))
                            .isPresent();
            if (part.id().kind() == ObjectKind.FOREIGN_KEY || same && merge.isPlainCopy() || !isRule(part)) {
                continue;
            }
            Violation there = violation(part, target, null, table);
            List<String> remove = sql.removeViolating(there, input.backupSchema());
            if (remove.isEmpty()) {
                continue;
            }
            fit(part, target, remove, 4);
            graph.before("rows:" + table.id(), "fit:" + part.id());
            if (!same && merge.isPlainCopy()) {
                count(part, table, now);
            }
        }
    }

    /** Rules that come back to a table that stays. */
    void inPlace(Table table, Set<ObjectId> creates) throws SQLException {
        Table now = merges.liveOf(table.id()).orElse(null);
        if (now == null) {
            return;
        }
        for (SchemaObject part : snapshot.partsOf(table.id())) {
            boolean same = seen.find(part.id())
                    .filter(o -> o.definition().equals(part.definition()))
                    .isPresent();
            if (!creates.contains(part.id()) || part.id().kind() == ObjectKind.FOREIGN_KEY || same || !isRule(part)) {
                continue;
            }
            List<String> remove = sql.removeViolating(
                    afterwards(violation(part, Relation.of(table.id()), null, table)), input.backupSchema());
            if (!remove.isEmpty()) {
                fit(part, Relation.of(table.id()), remove, 8);
                graph.keys("alter:").forEach(alter -> graph.before(alter, "fit:" + part.id()));
                graph.before("rows:" + table.id(), "fit:" + part.id());
                seen.partsOf(table.id()).forEach(p -> graph.before("drop:" + p.id(), "fit:" + part.id()));
                count(part, table, now);
            }
        }
        columns(table, now);
    }

    /** Rules that belong to the columns themselves. */
    private void columns(Table table, Table now) throws SQLException {
        Table same = seen.table(table.id()).orElseThrow();
        for (Column column : table.columns()) {
            Column there = same.column(column.name()).orElse(null);
            if (there == null) {
                continue;
            }
            String liveName = now.columns().get(same.columns().indexOf(there)).name();
            if (!column.nullable() && there.nullable()) {
                String text = "CHECK ((" + input.dialect().ddl().quote(liveName) + " IS NOT NULL))";
                column(table, now, liveName, column.name() + " not null", "NOT NULL of column " + column.name(), text);
            }
            Optional<String> check = sql.check(column);
            if (check.isPresent() && !check.equals(sql.check(there))) {
                column(table, now, liveName, column.name() + " check", "check of column " + column.name(), check.get());
            }
        }
    }

    private void column(Table table, Table now, String liveName, String name, String words, String text)
            throws SQLException {
        Constraint check = new Constraint(
                ObjectId.on(ObjectKind.CHECK, table.id(), name),
                List.of(liveName),
                null,
                List.of(),
                text,
                true,
                null,
                List.of(),
                Set.of(),
                0);
        Violation there = violation(check, Relation.of(table.id()), null, table);
        boolean renamed = !names(now).equals(names(seen.table(table.id()).orElseThrow()));
        Violation later =
                inPlace(renamed ? there.unsaved() : there, seen.all(Table.class).toList());
        List<String> remove = sql.removeViolating(later, input.backupSchema());
        if (!remove.isEmpty()) {
            fit(check, Relation.of(table.id()), remove, 7);
            seen.partsOf(table.id()).forEach(p -> graph.before("drop:" + p.id(), "fit:" + check.id()));
            graph.keys("alter:").forEach(alter -> graph.before("fit:" + check.id(), alter));
            Violation today = violation(check, Relation.of(now.id()), null, now);
            Optional<String> query = sql.violating(today);
            if (query.isPresent()) {
                ledger.violations(table.id(), words, probes.count(query.get()));
            }
        }
    }

    /** Foreign keys that come back: children whose parent was deleted meanwhile. */
    void foreignKeys(Set<ObjectId> creates, Set<ObjectId> released, TableFates fates) throws SQLException {
        for (Constraint fk : snapshot.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY && creates.contains(c.id()))
                .toList()) {
            ObjectId parent = fk.references();
            if (parent == null || !fk.validated()) {
                continue;
            }
            boolean same = seen.find(fk.id())
                    .filter(o -> o.definition().equals(fk.definition()))
                    .isPresent();
            if (same && !released.contains(fk.id()) && !rowsChange(fk.table()) && !rowsChange(parent)) {
                continue;
            }
            Table child = snapshot.table(fk.table()).orElseThrow();
            List<String> remove = sql.removeViolating(
                    afterwards(violation(fk, Relation.of(fk.table()), Relation.of(parent), child)),
                    input.backupSchema());
            if (!remove.isEmpty()) {
                fit(fk, Relation.of(fk.table()), remove, 12);
                graph.keys("alter:").forEach(alter -> graph.before(alter, "fit:" + fk.id()));
                for (String before : List.of("rows:", "swap:", "build:")) {
                    graph.before(before + fates.before().rootOf(fk.table()), "fit:" + fk.id());
                    graph.before(before + fates.before().rootOf(parent), "fit:" + fk.id());
                }
                snapshot.partsOf(parent).stream()
                        .filter(p -> !parent.equals(fk.table()))
                        .filter(p -> !(p instanceof Constraint c && leadsTo(c.references(), fk.table())))
                        .forEach(p -> graph.before("fit:" + p.id(), "fit:" + fk.id()));
                snapshot.table(parent).stream()
                        .flatMap(t -> t.columns().stream())
                        .map(c -> ObjectId.on(ObjectKind.CHECK, parent, c.name() + " not null"))
                        .forEach(c -> graph.before("fit:" + c, "fit:" + fk.id()));
                countOrphans(fk, parent);
            }
        }
    }

    /** Of tables that point to each other in a ring none can be the last. */
    private boolean leadsTo(@Nullable ObjectId from, ObjectId to) {
        Set<ObjectId> reached = new HashSet<>();
        Deque<ObjectId> next = new ArrayDeque<>();
        if (from != null) {
            next.add(from);
        }
        while (!next.isEmpty()) {
            ObjectId table = next.remove();
            if (reached.add(table)) {
                snapshot.partsOf(table).stream()
                        .filter(p -> p instanceof Constraint c && c.references() != null)
                        .forEach(p -> next.add(Objects.requireNonNull(((Constraint) p).references())));
            }
        }
        return reached.contains(to);
    }

    private boolean rowsChange(ObjectId table) {
        return graph.find("rows:" + table)
                .filter(n -> n.reversibility() != Reversibility.LOSSLESS
                        || !graph.keys("fit:").isEmpty())
                .isPresent();
    }

    private void countOrphans(Constraint fk, ObjectId parent) throws SQLException {
        Table child = merges.liveOf(fk.table()).orElse(null);
        Table parentNow = merges.liveOf(parent).orElse(null);
        Table old = snapshot.table(fk.table()).orElseThrow();
        Table oldParent = snapshot.table(parent).orElse(null);
        boolean comparable = child != null
                && parentNow != null
                && oldParent != null
                && haveSame(old, child, fk.columns())
                && haveSame(oldParent, parentNow, fk.referencedColumns());
        if (comparable && child != null && parentNow != null) {
            Violation today = violation(fk, Relation.of(child.id()), Relation.of(parentNow.id()), child);
            Optional<String> query = sql.violating(today);
            if (query.isPresent()) {
                ledger.violations(fk.table(), "foreign key " + fk.id().name(), probes.count(query.get()));
            }
        }
    }

    /** Counts on the live table, where it has the columns under their old names. */
    private void count(SchemaObject part, Table table, Table now) throws SQLException {
        List<String> columns = part instanceof Constraint c ? c.columns() : ((Index) part).columns();
        boolean usable = part.dependsOn().stream().allMatch(seen::contains);
        if (!columns.isEmpty() && usable && haveSame(table, now, columns)) {
            Optional<String> query = sql.violating(violation(part, Relation.of(now.id()), null, table));
            if (query.isPresent()) {
                ledger.violations(
                        table.id(), part.id().kind().label() + " " + part.id().name(), probes.count(query.get()));
            }
        }
    }

    private static boolean haveSame(Table old, Table now, List<String> columns) {
        return columns.stream()
                .allMatch(name -> now.column(name)
                        .filter(c ->
                                c.type().equals(old.column(name).orElseThrow().type()))
                        .isPresent());
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static boolean isRule(SchemaObject part) {
        return part instanceof Constraint || part instanceof Index i && i.unique();
    }

    private Violation violation(SchemaObject part, Relation on, @Nullable Relation references, Table table) {
        return new Violation(
                        on,
                        part.id().name(),
                        part instanceof Constraint c ? c : null,
                        part instanceof Index i ? i : null,
                        references,
                        merges.saved(table.id()).orElse(null),
                        table,
                        TableKeys.of(snapshot, table).stream().findFirst().orElse(List.of()))
                .keeping(snapshot.partsOf(table.id()));
    }

    /** In a table in its place, when all that are altered or exchanged have their old shape. */
    private Violation afterwards(Violation violation) {
        List<Table> tables = seen.all(Table.class)
                .map(t -> d.fates().fateBefore(t.id()) == Fate.SAME
                        ? t
                        : snapshot.table(t.id()).orElse(t))
                .toList();
        return inPlace(violation, tables);
    }

    /**
     * The same for rows that are removed from a table in its place: rows that point to them go along, by name.
     *
     * @param tables as they are then
     */
    private Violation inPlace(Violation violation, List<Table> tables) {
        List<Constraint> inForce = seen.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY && !graph.has("drop:" + c.id()))
                .filter(c -> !graph.has("aside:" + c.table()) && !graph.has("swap:" + c.table()))
                .toList();
        return violation.among(inForce, tables);
    }

    private void fit(SchemaObject part, Relation on, List<String> remove, int rank) {
        ObjectId table = ObjectId.table(
                part.id().schema(), java.util.Objects.requireNonNull(part.id().table()));
        graph.add(new Node(
                "fit:" + part.id(),
                rank,
                StepKind.CHECK_ROWS,
                table,
                StepKind.CHECK_ROWS.label() + " of " + table.path() + " against "
                        + part.id().name(),
                "the " + part.id().kind().label() + " comes back; rows that violate it are set aside",
                new Work.Rows(sql.withoutTriggers(List.of(on), remove)),
                LockLevel.WRITERS_WAIT,
                0,
                Reversibility.LOSSLESS));
        graph.before("fit:" + part.id(), "create:" + part.id());
        snapshot.partsOf(table).stream()
                .filter(p -> p.id().kind() == ObjectKind.TRIGGER)
                .forEach(p -> graph.before("fit:" + part.id(), "create:" + p.id()));
        if (on.equals(Relation.of(table))) { // nothing points to a shadow
            seen.all(Constraint.class)
                    .filter(c -> table.equals(c.references()))
                    .forEach(c -> graph.before("drop:" + c.id(), "fit:" + part.id()));
        }
    }
}
