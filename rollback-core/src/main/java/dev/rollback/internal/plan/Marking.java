// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import static dev.rollback.internal.Store.CHECKSUM;
import static dev.rollback.internal.Store.KIND;
import static dev.rollback.internal.Store.LABEL;
import static dev.rollback.internal.Store.POSITION;
import static dev.rollback.internal.Store.RELATION;
import static dev.rollback.internal.Store.SOURCE;
import static dev.rollback.internal.Store.TABLE_NAME;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackListener;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMarks;
import dev.rollback.dialect.RowMerge;
import dev.rollback.internal.Context;
import dev.rollback.internal.LiveModel;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Store;
import dev.rollback.internal.plan.Mark.State;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import dev.rollback.revert.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Record;

/**
 * Remembers the moment when a migration had ended: where the server stood, which saved rows it had deleted and, where no row
 * tells when it was written, what all rows were.
 */
public final class Marking {
    private static final String MOMENT = "MOMENT";
    private static final String SURVIVORS = "SURVIVORS";
    private static final String STATE_OF_ROWS = "ROWS";

    private final Dialect dialect;
    private final Store store;
    private final RollbackListener listener;

    public Marking(Context context) {
        this.listener = context.listener();
        this.dialect = context.dialect();
        this.store = context.store();
    }

    /** A line of what is known: for the moment, or for a relation about a table. */
    private record Line(String kind, ObjectId table, String relation, String shape) {}

    /** What is known; nothing when nobody told. */
    public Mark find(Connection connection, String label) {
        String position = "";
        Map<ObjectId, Relation> survivors = new TreeMap<>();
        Map<ObjectId, State> states = new TreeMap<>();
        for (Record row : store.sql(connection)
                .select(KIND, POSITION, TABLE_NAME, SOURCE, RELATION, CHECKSUM)
                .from(store.marks())
                .where(LABEL.eq(label))
                .fetch()) {
            Relation relation = new Relation(store.schema(), row.get(RELATION));
            ObjectId table = ObjectId.table(row.get(SOURCE), row.get(TABLE_NAME));
            switch (row.get(KIND)) {
                case SURVIVORS -> survivors.put(table, relation);
                case STATE_OF_ROWS -> states.put(table, new State(relation, row.get(CHECKSUM)));
                default -> position = row.get(POSITION);
            }
        }
        return new Mark(position, survivors, states);
    }

    public void mark(Connection connection, Backup backup) throws SQLException {
        if (find(connection, backup.label()).isKnown()) {
            throw new InvalidInputException("The migration after backup '" + backup.label() + "' is marked already.");
        }
        Set<String> there = new HashSet<>(store.relations(connection));
        dialect.server().beginSnapshot(connection, Patience.READ_TIMEOUT);
        List<Relation> made = new ArrayList<>();
        try {
            remember(connection, backup, there, made);
        } catch (SQLException | RuntimeException e) {
            if (dialect.stepwise().isPresent()) {
                leaveNothing(connection, made, e);
            }
            throw e;
        }
    }

    private void remember(Connection connection, Backup backup, Set<String> there, List<Relation> made)
            throws SQLException {
        String position = dialect.server().position(connection);
        DatabaseModel live =
                LiveModel.read(dialect, connection, Scope.following(backup.model(), List.of()), store.schema());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(MOMENT, new ObjectId(ObjectKind.TABLE, "", null, ""), "", ""));
        lines.addAll(states(connection, backup, live, there, made));
        lines.addAll(survivors(connection, backup, live, there, made));
        lines.forEach(line -> insert(connection, backup, position, line));
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Where making a relation commits, those that were made go again. */
    private void leaveNothing(Connection connection, List<Relation> made, Exception cause) {
        try {
            connection.rollback();
            try (Statement statement = Queries.statement(connection)) {
                for (Relation relation : made) {
                    drop(statement, relation);
                }
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void drop(Statement statement, Relation relation) throws SQLException {
        for (String sql : dialect.ddl().dropKept("table", relation)) {
            statement.execute(sql);
        }
    }

    private List<Line> states(
            Connection connection, Backup backup, DatabaseModel live, Set<String> there, List<Relation> made)
            throws SQLException {
        List<Line> lines = new ArrayList<>();
        RowMarks marks = dialect.marks().orElse(null);
        if (marks == null) {
            return lines;
        }
        for (Table table : live.all(Table.class).toList()) {
            listener.working(
                    Phase.CAPTURING, "state of the rows of " + table.id().path());
            Relation marked = new Relation(
                    store.schema(),
                    dialect.ddl().fit(table.id().name() + "_marked_" + lines.size() + "_" + backup.label()));
            make(connection, marks.take(table, marked), marked, there, made);
            lines.add(new Line(STATE_OF_ROWS, table.id(), marked.name(), Mark.shape(table)));
        }
        return lines;
    }

    private List<Line> survivors(
            Connection connection, Backup backup, DatabaseModel live, Set<String> there, List<Relation> made)
            throws SQLException {
        List<Line> lines = new ArrayList<>();
        Renames renames = new Renames(backup.model(), live, dialect.ddl());
        Probes probes = new Probes(connection, listener);
        Merges merges = new Merges(
                backup.model(), live, renames, backup, store.schema(), dialect.rows(), LastWriter.UNKNOWN, probes);
        for (BackupTable stored : backup.tables()) {
            Table old = backup.model().table(stored.table()).orElseThrow();
            Table now = merges.liveOf(old.id()).orElse(null);
            RowMerge merge = now == null ? null : merges.merge(old, now);
            if (merge != null && !merge.key().isEmpty() && deleted(probes, merge, stored) > 0) {
                Relation keys = new Relation(store.schema(), dialect.ddl().fit(stored.storedAs() + "_left"));
                make(connection, dialect.rows().survivors(merge, keys), keys, there, made);
                lines.add(new Line(SURVIVORS, old.id(), keys.name(), ""));
            }
        }
        return lines;
    }

    /** What an interrupted mark has left is made again. */
    private void make(
            Connection connection, List<String> statements, Relation relation, Set<String> there, List<Relation> made)
            throws SQLException {
        made.add(relation);
        try (Statement statement = Queries.statement(connection)) {
            if (there.contains(relation.name())) {
                drop(statement, relation);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private long deleted(Probes probes, RowMerge merge, BackupTable stored) throws SQLException {
        ColumnRule any =
                new ColumnRule(merge.key().get(0).old(), merge.key().get(0).current(), true, false, null);
        return stored.rows() - probes.pair(dialect.rows().carried(merge, any))[0];
    }

    private void insert(Connection connection, Backup backup, String position, Line line) {
        store.sql(connection)
                .insertInto(store.marks())
                .set(LABEL, backup.label())
                .set(KIND, line.kind())
                .set(POSITION, position)
                .set(SOURCE, line.table().schema())
                .set(TABLE_NAME, line.table().name())
                .set(RELATION, line.relation())
                .set(CHECKSUM, line.shape())
                .execute();
    }
}
