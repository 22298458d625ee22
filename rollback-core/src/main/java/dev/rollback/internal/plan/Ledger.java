// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import dev.rollback.internal.TableKeys;
import dev.rollback.internal.report.Words;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.Loss;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts what has no place in the old shape. */
final class Ledger {
    /** From so many rows on, and more than half of a table, deletions look like a migration's and need a word. */
    private static final long MANY = 100;

    private final PlanInput input;
    private final DatabaseModel live;
    private final Renames renames;
    private final RowSql sql;
    private final Probes probes;
    private final List<Loss> losses = new ArrayList<>();

    Ledger(PlanInput input, Renames renames, Probes probes) {
        this.input = input;
        this.live = input.live();
        this.renames = renames;
        this.sql = input.dialect().rows();
        this.probes = probes;
    }

    List<Loss> losses() {
        return losses;
    }

    void add(Loss.Kind kind, ObjectId table, String column, Probes.Count count, String explanation, boolean accept) {
        if (count.rows() > 0) {
            losses.add(new Loss(kind, table, column, count.rows(), count.samples(), explanation, accept, ""));
        }
    }

    private List<String> key(Table now) {
        return TableKeys.of(live, now).stream().findFirst().orElse(List.of());
    }

    /** Values of live columns that the old shape does not have. */
    private void columns(ObjectId table, Table now, Set<Column> kept) throws SQLException {
        for (Column column : now.columns()) {
            if (!kept.contains(column) && !column.isGenerated()) {
                Probes.Count count = probes.count(sql.valuesWritten(
                        now,
                        Relation.of(now.id()),
                        asGenerated(table, column),
                        key(now),
                        input.writer().notSince(now)));
                add(
                        Loss.Kind.COLUMN_REMOVED,
                        table,
                        column.name(),
                        count,
                        Words.count(count.rows(), "value") + " of column " + column.name() + " of "
                                + table.path()
                                + (input.backup() == null
                                        ? " going with it"
                                        : ", written since the migration added it: the old table has no such column"),
                        true);
            }
        }
    }

    /** A value that the old table would have computed is not lost: the expression stands in for a default. */
    private Column asGenerated(ObjectId table, Column column) {
        String expression = input.snapshot()
                .table(table)
                .flatMap(t -> t.column(column.name()))
                .map(Column::generated)
                .orElse(null);
        return expression == null
                ? column
                : new Column(
                        column.name(),
                        column.type(),
                        column.userType(),
                        column.nullable(),
                        expression.substring(0, expression.lastIndexOf(' ')),
                        null,
                        null,
                        column.collation(),
                        column.attributes(),
                        column.nativeNo());
    }

    void droppedColumns(Table old, Table now) throws SQLException {
        Set<Column> kept = new HashSet<>();
        var renamed = renames.columnsOf(now.id());
        for (Column column : now.columns()) {
            if (old.column(renamed.getOrDefault(column.name(), column.name())).isPresent()) {
                kept.add(column);
            }
        }
        columns(old.id(), now, kept);
    }

    void removedColumns(Table old, Table now, RowMerge merge) throws SQLException {
        Set<Column> kept = new HashSet<>();
        merge.rules().stream()
                .map(ColumnRule::current)
                .filter(java.util.Objects::nonNull)
                .forEach(kept::add);
        columns(old.id(), now, kept);
    }

    void removedTable(Table seen, Merges merges) throws SQLException {
        if (seen.isPartitioned() || !seen.isPartition()) {
            Table now = merges.liveOf(seen.id()).orElseThrow();
            Probes.Count count = probes.count(sql.rowsWritten(
                    Relation.of(now.id()), key(now), input.writer().notSince(now)));
            add(
                    Loss.Kind.TABLE_REMOVED,
                    seen.id(),
                    "",
                    count,
                    Words.rows(count.rows()) + " of table " + seen.id().path()
                            + (input.backup() == null ? " going with it" : ", written since the migration added it"),
                    true);
        }
    }

    /** Marks the rules whose values the migration itself rewrote. */
    RowMerge withRewrites(RowMerge merge) throws SQLException {
        boolean comparable = !merge.key().isEmpty()
                && !merge.byMigration().equals("false")
                && merge.rules().stream().anyMatch(r -> r.saved() && r.isPlain());
        if (!comparable) {
            return merge;
        }
        Probes.Count count = probes.count(sql.rewritten(merge));
        if (count.rows() == 0) {
            return merge;
        }
        ObjectId table = merge.table().id();
        add(
                Loss.Kind.REWRITE_UNDONE,
                table,
                "",
                count,
                Words.rows(count.rows()) + " of " + table.path()
                        + " rewritten by the migration's own transaction: the backup's values come back",
                false);
        Set<Column> keyed = new HashSet<>();
        merge.key().forEach(k -> keyed.add(k.old()));
        List<ColumnRule> rules = merge.rules().stream()
                .map(r -> r.saved() && r.isPlain() && !keyed.contains(r.target())
                        ? new ColumnRule(r.target(), r.current(), true, true, null)
                        : r)
                .toList();
        return merge.withRules(rules);
    }

    /** Rows of the backup that are not in the table any more: nobody can tell who deleted them, so they stay deleted. */
    void missing(RowMerge merge, long savedRows) throws SQLException {
        if (merge.key().isEmpty()) {
            return;
        }
        ColumnRule any =
                new ColumnRule(merge.key().get(0).old(), merge.key().get(0).current(), true, false, null);
        long missing = savedRows - probes.pair(sql.carried(merge, any))[0];
        add(
                Loss.Kind.KEPT_AS_IS,
                merge.table().id(),
                "",
                new Probes.Count(Math.max(0, missing), ""),
                Words.rows(missing) + " of the backup not in "
                        + merge.table().id().path()
                        + " any more, taken for deleted since: they stay in the backup, and mode image brings them back",
                missing >= MANY && missing * 2 > savedRows);
    }

    void seeds(Table table, Probes.Count count) {
        add(
                Loss.Kind.SEED_REMOVED,
                table.id(),
                "",
                count,
                Words.rows(count.rows()) + " of " + table.id().path()
                        + " inserted by the migration's own transaction leaving again",
                false);
    }

    /** Rows that the migration inserted and that would leave, if rows that stay did not point to them. */
    void neededSeeds(Table table, long rows) {
        add(
                Loss.Kind.KEPT_AS_IS,
                table.id(),
                "",
                new Probes.Count(rows, ""),
                Words.rows(rows) + " of " + table.id().path()
                        + " inserted by the migration's own transaction staying: rows that stay point to them",
                false);
    }

    void merge(RowMerge merge) throws SQLException {
        if (merge.isPlainCopy() && !merge.table().isPartitioned()) {
            return;
        }
        ObjectId table = merge.table().id();
        for (Probes.Misfit misfit : probes.misfits(sql.mergeMisfits(merge))) {
            add(
                    Loss.Kind.QUARANTINE,
                    table,
                    "",
                    misfit.count(),
                    Words.rows(misfit.count().rows()) + " of " + table.path() + " not fitting the old table: "
                            + misfit.reason(),
                    true);
        }
        for (ColumnRule rule : merge.rules()) {
            Optional<String> narrowed =
                    rule.isPlain() || rule.isDestroyed() ? Optional.empty() : sql.narrowed(merge, rule);
            if (narrowed.isPresent()) {
                long rows = probes.number(narrowed.get());
                add(
                        Loss.Kind.VALUE_NARROWED,
                        table,
                        rule.target().name(),
                        new Probes.Count(rows, ""),
                        Words.count(rows, "value") + " of column "
                                + rule.target().name() + " of " + table.path() + " more exact than "
                                + rule.target().type() + " can hold",
                        true);
            }
        }
    }

    /** What an image restore replaces. */
    void overwritten(Table table, Table now, Merges merges, long savedRows) throws SQLException {
        RowMerge merge = merges.merge(table, now);
        Relation source = Relation.of(now.id());
        long rows = probes.number(sql.count(source));
        if (merge.key().isEmpty()) {
            add(
                    Loss.Kind.OVERWRITTEN,
                    table.id(),
                    "",
                    new Probes.Count(rows, ""),
                    "all " + Words.rows(rows) + " of " + table.id().path() + " replaced by the backup",
                    true);
            return;
        }
        ColumnRule any =
                new ColumnRule(merge.key().get(0).old(), merge.key().get(0).current(), true, false, null);
        long matched = probes.pair(sql.carried(merge, any))[0];
        long changed = probes.number(sql.changed(merge));
        for (ColumnRule rule : merge.rules()) {
            if (rule.current() != null && rule.saved() && !rule.isPlain()) {
                long[] retyped = probes.pair(sql.carried(merge, rule));
                changed = Math.max(changed, retyped[0] - retyped[1]);
            }
        }
        long gone = Math.max(0, savedRows - matched);
        add(
                Loss.Kind.OVERWRITTEN,
                table.id(),
                "",
                new Probes.Count(rows - matched + changed + gone, ""),
                Words.rows(rows - matched) + " of " + table.id().path() + " not in the backup and " + changed
                        + " that differ from it are replaced by it; " + Words.rows(gone)
                        + " not there any more come back",
                true);
    }

    void violations(ObjectId table, String rule, Probes.Count count) {
        add(
                Loss.Kind.QUARANTINE,
                table,
                "",
                count,
                Words.rows(count.rows()) + " of " + table.path() + " in violation of " + rule + ", which comes back",
                true);
    }
}
