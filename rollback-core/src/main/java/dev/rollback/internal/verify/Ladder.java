// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.verify;

import dev.rollback.RollbackListener;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Context;
import dev.rollback.internal.Store;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.revert.Phase;
import dev.rollback.verify.Finding;
import dev.rollback.verify.HostCheck;
import dev.rollback.verify.Level;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The rungs of the verification, inside a transaction of the caller. */
public final class Ladder {
    /** Types that a sequence is made for, as products print them; with what may follow, such as a width. */
    private static final Pattern NUMBER =
            Pattern.compile("((tiny|small|medium|big)?int(eger)?|numeric|decimal)\\b.*", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Dialect dialect;
    private final Store store;
    private final RollbackListener listener;
    private final DatabaseModel snapshot;
    private final DatabaseModel live;

    /**
     * @param snapshot what the live structure is compared with
     */
    public Ladder(Connection connection, Context context, DatabaseModel snapshot, DatabaseModel live) {
        this.snapshot = snapshot;
        this.connection = connection;
        this.dialect = context.dialect();
        this.store = context.store();
        this.listener = context.listener();
        this.live = live;
    }

    /** Objects, definitions and states of what is wanted. */
    public List<Rung> structure(Predicate<ObjectId> wanted) {
        listener.working(
                Phase.VERIFYING,
                Level.OBJECTS.label() + ", " + Level.DEFINITIONS.label() + ", " + Level.STATES.label());
        return StructureCheck.compare(snapshot, live, wanted);
    }

    /** Rows against the backup, or against what the last run to this backup left, which is proven too. */
    public List<Rung> rows(Backup backup) throws SQLException {
        List<Finding> counts = new ArrayList<>();
        List<Finding> checksums = new ArrayList<>();
        long compared = 0;
        for (BackupTable stored : backup.tables()) {
            Table table = live.table(stored.table()).orElse(null);
            Table old = backup.model().table(stored.table()).orElseThrow();
            String name = "table " + stored.table().path();
            listener.working(Phase.VERIFYING, "rows of " + stored.table().path());
            if (table == null || !columns(table).containsAll(stored.columns())) {
                String why = table == null ? "is missing" : "lacks columns of the backup";
                counts.add(new Finding(Level.COUNTS, name, why + ", so its rows cannot be compared"));
                continue;
            }
            compared++;
            String[] now = checksum(Relation.of(table.id()), stored(old, stored));
            if (now[0].equals(String.valueOf(stored.rows())) && now[1].equals(stored.checksum())) {
                continue;
            }
            Optional<String[]> left = lastRun(backup.label(), stored.table());
            if (left.isPresent() && left.get()[0].equals(now[0]) && left.get()[1].equals(now[1])) {
                continue;
            }
            String expected = left.map(l -> l[0] + " after the last rollback").orElse(stored.rows() + " in the backup");
            String rows = left.map(l -> l[0]).orElse(String.valueOf(stored.rows()));
            if (!rows.equals(now[0])) {
                counts.add(new Finding(Level.COUNTS, name, "has " + now[0] + " rows, and " + expected));
            } else {
                checksums.add(new Finding(
                        Level.CHECKSUMS,
                        name,
                        "has other values than " + (left.isPresent() ? "the last rollback left" : "the backup")));
            }
        }
        String none = backup.tables().isEmpty() ? "the backup holds the structure only" : "";
        return List.of(
                new Rung(Level.COUNTS, compared, counts, none), new Rung(Level.CHECKSUMS, compared, checksums, none));
    }

    private static Set<String> columns(Table table) {
        return table.columns().stream().map(Column::name).collect(java.util.stream.Collectors.toSet());
    }

    private static List<Column> stored(Table table, BackupTable stored) {
        return table.columns().stream()
                .filter(c -> stored.columns().contains(c.name()))
                .toList();
    }

    private Optional<String[]> lastRun(String label, ObjectId table) {
        Record row = store.sql(connection)
                .select(Store.ROWS, Store.CHECKSUM)
                .from(store.states())
                .where(Store.LABEL.eq(label).and(Store.TABLE_NAME.eq(table.path())))
                .orderBy(Store.ID.desc())
                .limit(1)
                .fetchOne();
        return Optional.ofNullable(row).map(r ->
                new String[] {String.valueOf(r.get(Store.ROWS)), String.valueOf(r.get(Store.CHECKSUM))});
    }

    /** Remembers what a run left, for verifications to come. */
    public void remember(Backup backup, long run) throws SQLException {
        for (BackupTable stored : backup.tables()) {
            Table table = live.table(stored.table()).orElse(null);
            Table old = backup.model().table(stored.table()).orElseThrow();
            if (table != null && columns(table).containsAll(stored.columns())) {
                String[] now = checksum(Relation.of(table.id()), stored(old, stored));
                store.sql(connection)
                        .insertInto(store.states())
                        .set(Store.LABEL, backup.label())
                        .set(Store.TABLE_NAME, stored.table().path())
                        .set(Store.ROWS, Long.valueOf(now[0]))
                        .set(Store.CHECKSUM, now[1])
                        .set(Store.RUN, run)
                        .execute();
            }
        }
    }

    private String[] checksum(Relation relation, List<Column> columns) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(dialect.rows().checksum(relation, columns))) {
            row.next();
            return new String[] {row.getString(1), row.getString(2)};
        }
    }

    public List<Rung> others(List<HostCheck> checks) throws SQLException {
        return List.of(orphans(), sequences(), hostChecks(checks), queryPlans());
    }

    private Rung orphans() throws SQLException {
        listener.working(Phase.VERIFYING, Level.ORPHANS.label());
        List<Finding> findings = new ArrayList<>();
        List<Constraint> keys = live.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY && c.validated())
                .filter(c -> c.references() != null && live.contains(c.references()))
                .toList();
        for (Constraint key : keys) {
            ObjectId parent = key.references();
            if (parent != null) {
                long rows = number(dialect.rows().orphans(key, Relation.of(key.table()), Relation.of(parent)));
                if (rows > 0) {
                    findings.add(new Finding(Level.ORPHANS, key.id().toString(), rows + " rows have no parent"));
                }
            }
        }
        return new Rung(Level.ORPHANS, keys.size(), findings, "");
    }

    /** A sequence that stands where it stood in the snapshot is no difference, whatever the rows say. */
    private Rung sequences() throws SQLException {
        listener.working(Phase.VERIFYING, Level.SEQUENCES.label());
        List<Finding> findings = new ArrayList<>();
        long compared = 0;
        for (Sequence sequence : live.all(Sequence.class).toList()) {
            ObjectId owner = sequence.identityOf() != null ? sequence.identityOf() : sequence.ownedBy();
            boolean asItWas = snapshot.find(sequence.id()).orElse(null) instanceof Sequence old
                    && old.position() == sequence.position()
                    && old.called() == sequence.called();
            if (owner == null || !isNumber(owner, sequence.column()) || isCycling(sequence)) {
                continue;
            }
            compared++;
            boolean up = sequence.increment() > 0;
            Long furthest = furthest(sequence, owner, up);
            long last = sequence.called() ? sequence.position() : sequence.position() - sequence.increment();
            if (!asItWas && furthest != null && (up ? furthest > last : furthest < last)) {
                findings.add(new Finding(
                        Level.SEQUENCES,
                        sequence.id().toString(),
                        "stands at " + last + ", and " + owner.path() + "." + sequence.column() + " already holds "
                                + furthest));
            }
        }
        return new Rung(Level.SEQUENCES, compared, findings, "");
    }

    private boolean isNumber(ObjectId table, @Nullable String column) {
        return column != null
                && live.table(table)
                        .flatMap(t -> t.column(column))
                        .filter(c -> NUMBER.matcher(c.type()).matches())
                        .isPresent();
    }

    /** It hands out numbers again by design. */
    private static boolean isCycling(Sequence sequence) {
        return sequence.options().contains("CYCLE") && !sequence.options().contains("NO CYCLE");
    }

    /** The furthest number in use that the sequence can hand out; null when there is none. */
    private @Nullable Long furthest(Sequence sequence, ObjectId owner, boolean up) throws SQLException {
        String column = dialect.ddl().quote(String.valueOf(sequence.column()));
        String sql = "SELECT " + (up ? "max(" : "min(") + column + ") FROM "
                + dialect.ddl().quote(Relation.of(owner)) + " WHERE " + column + " BETWEEN "
                + bound(sequence, "MINVALUE")
                + " AND " + bound(sequence, "MAXVALUE");
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            java.math.BigDecimal value = row.getBigDecimal(1);
            return value == null ? null : value.longValue();
        }
    }

    private static String bound(Sequence sequence, String which) {
        Matcher matcher = Pattern.compile("(?<!NO )" + which + " (-?\\d+)").matcher(sequence.options());
        boolean lower = which.equals("MINVALUE");
        return matcher.find() ? matcher.group(1) : String.valueOf(lower ? Long.MIN_VALUE + 1 : Long.MAX_VALUE);
    }

    private Rung hostChecks(List<HostCheck> checks) throws SQLException {
        listener.working(Phase.VERIFYING, Level.HOST_CHECKS.label());
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (HostCheck check : checks) {
            number++;
            String name = "check " + number;
            // where no transaction holds a run together nothing is open that would have to stay
            Savepoint before = dialect.stepwise().isPresent() ? null : connection.setSavepoint();
            try {
                check.check(connection).ifPresent(wrong -> findings.add(new Finding(Level.HOST_CHECKS, name, wrong)));
            } catch (SQLException e) {
                findings.add(new Finding(
                        Level.HOST_CHECKS, name, "failed: " + dialect.errors().words(e)));
            } catch (RuntimeException e) {
                findings.add(new Finding(Level.HOST_CHECKS, name, "failed: " + e));
            }
            if (before == null) {
                connection.rollback();
            } else {
                connection.rollback(before);
            }
        }
        return new Rung(Level.HOST_CHECKS, checks.size(), findings, checks.isEmpty() ? "the host has none" : "");
    }

    private Rung queryPlans() throws SQLException {
        listener.working(Phase.VERIFYING, Level.QUERY_PLANS.label());
        List<Finding> findings = new ArrayList<>();
        List<Constraint> keys = live.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.PRIMARY_KEY && c.partOf() == null)
                .toList();
        for (Constraint key : keys) {
            dialect.server()
                    .lookupMissesIndex(connection, key)
                    .ifPresent(other ->
                            findings.add(new Finding(Level.QUERY_PLANS, key.id().toString(), other)));
        }
        return new Rung(Level.QUERY_PLANS, keys.size(), findings, "");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
