// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RollbackListener;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Store;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import dev.rollback.revert.Phase;
import dev.rollback.verify.Finding;
import dev.rollback.verify.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;

/**
 * Proves, before a new table takes its place, that it holds every row of the live one or that the row is in quarantine, with
 * equal values where they survive and the backup's where they do not.
 */
final class RowProof {
    private final Connection connection;
    private final DerivedPlan plan;
    private final Store store;
    private final long run;
    private final RowSql sql;
    private final Ddl ddl;
    /** Whether rows that the migration inserted leave the new table and not the live one. */
    private final boolean stepwise;

    private final RollbackListener listener;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<ObjectId> proven = new HashSet<>();
    private long counted;
    private long summed;

    RowProof(
            Connection connection,
            Dialect dialect,
            DerivedPlan plan,
            Store store,
            long run,
            RollbackListener listener) {
        this.listener = listener;
        this.connection = connection;
        this.plan = plan;
        this.store = store;
        this.run = run;
        this.sql = dialect.rows();
        this.ddl = dialect.ddl();
        this.stepwise = dialect.stepwise().isPresent();
    }

    /** Looks before the first step that takes a table away from where it is read. */
    void before(RollbackStep step) throws SQLException {
        if (step.kind() == StepKind.SWAP) {
            prove(step.object());
        } else if (step.kind() == StepKind.EXCHANGE) {
            for (Table table : plan.input().snapshot().all(Table.class).toList()) {
                if (plan.scratch().contains(plan.shadow(table.id())) && !table.isPartition()) {
                    prove(table.id());
                }
            }
        } else if (step.kind() == StepKind.PUT_ASIDE) {
            for (ObjectId root : plan.merges().keySet()) {
                if (plan.sources(root).contains(Relation.of(step.object()))) {
                    prove(root);
                }
            }
        }
    }

    private void prove(ObjectId root) throws SQLException {
        if (!proven.add(root)) {
            return;
        }
        listener.working(Phase.PROVING, "rows of " + root.path());
        Relation shadow = shadow(root);
        RowMerge merge = plan.merges().get(root);
        if (merge == null) {
            restored(root, shadow);
            return;
        }
        List<Relation> sources = plan.sources(root);
        long live = 0;
        for (Relation source : sources) {
            live += number(sql.count(source));
        }
        long built = number(sql.count(shadow));
        long restoredAtMost = 0;
        for (Relation partition : plan.restoredPartitions(root)) {
            restoredAtMost += number(sql.count(named(partition)));
        }
        String restored = plan.restoredRows(root).orElse(null);
        if (restored != null) {
            built -= number(restored);
        }
        long aside = quarantined(root);
        counted++;
        if (live > built + aside || live < built - restoredAtMost + aside) {
            findings.add(new Finding(
                    Level.COUNTS,
                    "table " + root.path(),
                    live + " rows before, " + built + " after and " + aside + " in quarantine"));
        }
        if (aside == 0
                && replaced(root) == 0
                && restored == null
                && sources.size() == 1
                && plan.restoredPartitions(root).isEmpty()) {
            survivors(root, shadow, merge);
        }
        fromBackup(root, shadow, merge);
    }

    private void survivors(ObjectId root, Relation shadow, RowMerge merge) throws SQLException {
        List<Column> before = new ArrayList<>();
        List<Column> after = new ArrayList<>();
        Table live = merge.live();
        // a column without a collation of its own has that of its table
        boolean converted =
                live != null && ddl.needsRebuild(live, merge.table()).isPresent();
        for (ColumnRule rule : merge.rules()) {
            Column current = rule.current();
            if (current != null && merge.isPlain(rule) && !(converted && current.collation() == null)) {
                before.add(current);
                after.add(rule.target());
            }
        }
        summed++;
        if (!checksum(Relation.of(root), before).equals(checksum(shadow, after))) {
            findings.add(new Finding(
                    Level.CHECKSUMS,
                    "table " + root.path(),
                    "values of surviving columns are not the same after the copy"));
        }
    }

    private void fromBackup(ObjectId root, Relation shadow, RowMerge merge) throws SQLException {
        List<Column> destroyed = merge.rules().stream()
                .filter(r -> r.isDestroyed() && r.saved() && r.lookup() == null)
                .map(ColumnRule::target)
                .toList();
        Relation saved = merge.saved();
        if (destroyed.isEmpty() || saved == null) {
            return;
        }
        List<Column> key = merge.key().stream().map(RowMerge.KeyPair::old).toList();
        long[] rows = pair(sql.compare(shadow, saved, key, destroyed));
        summed++;
        if (rows[0] != rows[1]) {
            findings.add(new Finding(
                    Level.CHECKSUMS,
                    "table " + root.path(),
                    (rows[0] - rows[1]) + " rows do not have the backup's values in "
                            + destroyed.stream().map(Column::name).toList()));
        }
    }

    private void restored(ObjectId root, Relation target) throws SQLException {
        var stored = plan.input().backup() == null
                ? null
                : plan.input().backup().rowsOf(root).orElse(null);
        if (stored != null) {
            Table table = plan.input().snapshot().table(root).orElseThrow();
            counted++;
            summed++;
            if (!checksum(target, table.storedColumns()).equals(stored.rows() + ":" + stored.checksum())) {
                findings.add(new Finding(
                        Level.CHECKSUMS, "table " + root.path(), "the restored rows are not those of the backup"));
            }
        }
    }

    private Relation shadow(ObjectId root) {
        return named(plan.shadow(root));
    }

    private Relation named(Relation relation) {
        return new Relation(relation.schema(), relation.name().replace(Tokens.RUN, String.valueOf(run)));
    }

    private long quarantined(ObjectId root) {
        Condition gone = Store.REASON.notLike("%" + RowSql.VALUE_REPLACED);
        return quarantined(root, stepwise ? gone : gone.and(Store.REASON.ne(RowSql.SEEDED)));
    }

    /** Rows that stayed with the backup's value in some column. */
    private long replaced(ObjectId root) {
        return quarantined(root, Store.REASON.like("%" + RowSql.VALUE_REPLACED));
    }

    private long quarantined(ObjectId root, Condition reason) {
        return store.sql(connection)
                .fetchCount(
                        store.quarantine(),
                        Store.RUN.eq(run).and(Store.TABLE_NAME.eq(root.path())).and(reason));
    }

    private long number(String query) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long[] pair(String query) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    private String checksum(Relation relation, List<Column> columns) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(sql.checksum(relation, columns))) {
            row.next();
            return row.getLong(1) + ":" + row.getString(2);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    long counted() {
        return counted;
    }

    long summed() {
        return summed;
    }
}
