// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.InvalidInputException;
import dev.rollback.RestoreMode;
import dev.rollback.RollbackException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.capture.Restored;
import dev.rollback.capture.Restored.RestoredTable;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Sessions;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.LastWriter;
import dev.rollback.internal.plan.Mark;
import dev.rollback.internal.plan.PlanInput;
import dev.rollback.internal.plan.Planner;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.RollbackStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.exception.DataAccessException;

/** Puts the tables of a backup into a schema where there are none of these names, and compares them with the backup. */
public final class Restoring {
    private static final String NO_RUN = "0";

    private final Context context;
    private final Dialect dialect;
    private final String schema;

    public Restoring(Context context, String schema) {
        this.context = context;
        this.dialect = context.dialect();
        this.schema = schema;
    }

    /**
     * @param connection in auto-commit mode; in auto-commit mode again afterwards
     * @param backup one whose rows are in the backup schema
     */
    public Restored restore(Connection connection, Backup backup) throws SQLException {
        String what = "restore of '" + backup.label() + "' into " + schema;
        if (dialect.server().isSystemSchema(schema)
                || schema.equals(context.store().schema())) {
            throw new InvalidInputException(
                    "Nothing can be restored into " + schema + ", which is not yours to fill. Name another schema.");
        }
        Instant started = Instant.now();
        Rights rights = new Rights(dialect);
        rights.requireWritable(connection, what);
        rights.require(
                connection,
                what,
                new Needs().writes(List.of(ObjectId.table(context.store().schema(), "rollback_run"))));
        Relocation relocation = new Relocation(backup, schema, dialect.ddl());
        DatabaseModel live = dialect.reader().read(connection, Scope.of(List.of()));
        Backup moved = relocation.moved(live);
        refuseTaken(connection, moved);
        boolean undoes = dialect.stepwise().isEmpty();
        if (undoes) {
            dialect.server().beginRun(connection, Patience.READ_TIMEOUT);
        } else {
            connection.setAutoCommit(false); // what the statements of a step share may end with the transaction
        }
        try {
            execute(connection, dialect.ddl().createSchemaIfMissing(schema));
            DerivedPlan plan = plan(connection, moved, live);
            for (RollbackStep step : plan.steps()) {
                execute(
                        connection,
                        plan.work(step).sql().stream()
                                .map(sql -> sql.replace(Tokens.RUN, NO_RUN))
                                .toList());
                if (!undoes) {
                    connection.commit();
                }
            }
            Restored restored = new Restored(backup.label(), schema, compared(connection, moved), relocation.leftOut());
            context.store().create(connection);
            new Journal(context.store())
                    .restored(connection, restored, started, dialect.server().position(connection));
            connection.commit();
            connection.setAutoCommit(true);
            return restored;
        } catch (SQLException | DataAccessException e) {
            SQLException cause =
                    e instanceof DataAccessException failure ? Sessions.sqlCause(failure) : (SQLException) e;
            String state = undone(connection, moved, cause);
            throw recorded(
                    connection,
                    backup.label(),
                    started,
                    context.sessions().failed(what, cause, state, "correct the cause and restore again."));
        } catch (RuntimeException e) {
            undone(connection, moved, e);
            throw e instanceof RollbackException told ? recorded(connection, backup.label(), started, told) : e;
        }
    }

    /** Leaves nothing of the attempt, as far as that is possible; tells what is left. */
    private String undone(Connection connection, Backup moved, Exception cause) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        if (dialect.stepwise().isEmpty()) {
            return "nothing was changed.";
        }
        List<String> rest = remove(connection, moved, cause);
        return rest.isEmpty()
                ? "the tables made so far were dropped; schema " + schema + " stays, if it was not there."
                : "tables of the attempt are still there: " + String.join(", ", rest) + ".";
    }

    /** Who has no connection any more is told all the same. */
    private RollbackException recorded(
            Connection connection, String label, Instant started, RollbackException failure) {
        try {
            context.store().create(connection);
            new Journal(context.store())
                    .notRestored(
                            connection,
                            label,
                            started,
                            String.join(
                                    " ",
                                    String.valueOf(failure.getMessage()).lines().toList()));
        } catch (SQLException | DataAccessException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private DerivedPlan plan(Connection connection, Backup moved, DatabaseModel live) throws SQLException {
        PlanInput input = new PlanInput(
                dialect,
                moved.label(),
                moved.model(),
                moved,
                live.withObjects(List.of()),
                RestoreMode.IMAGE,
                Set.of(),
                List.of(),
                context.store().schema(),
                Map.of(),
                LastWriter.UNKNOWN,
                Mark.NONE);
        DerivedPlan plan = new Planner(input, connection, context.listener()).plan();
        if (!plan.refusals().isEmpty()) {
            throw new RollbackRefusedException(plan.refusals());
        }
        return plan;
    }

    private void refuseTaken(Connection connection, Backup moved) throws SQLException {
        Set<String> there = new HashSet<>(dialect.server().relations(connection, schema));
        List<String> taken = moved.model()
                .all(Table.class)
                .map(Table::id)
                .filter(t -> there.contains(t.name()))
                .map(ObjectId::path)
                .toList();
        if (!taken.isEmpty()) {
            throw new RollbackRefusedException(taken.stream()
                    .map(t -> "There is a table or view " + t
                            + " already. Restore into a schema without it, or rename or drop it first.")
                    .toList());
        }
    }

    private List<RestoredTable> compared(Connection connection, Backup moved) throws SQLException {
        List<RestoredTable> tables = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (BackupTable stored : moved.tables()) {
            Table table = moved.model().table(stored.table()).orElseThrow();
            String sql = dialect.rows().checksum(Relation.of(table.id()), table.storedColumns());
            try (Statement statement = Queries.statement(connection);
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                if (row.getLong(1) != stored.rows() || !stored.checksum().equals(row.getString(2))) {
                    others.add(
                            "The restored rows of " + table.id().path() + " are not those of backup '" + moved.label()
                                    + "': " + row.getLong(1) + " rows, " + stored.rows()
                                    + " captured. Check it with 'verify-backup'; nothing of the restore stays.");
                }
                tables.add(new RestoredTable(table.id().path(), row.getLong(1)));
            }
        }
        if (!others.isEmpty()) {
            throw new RollbackRefusedException(others);
        }
        return tables;
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Drops what an attempt has made, tables that others point to after those; tells what is left. */
    private List<String> remove(Connection connection, Backup moved, Exception cause) {
        List<Relation> left = new ArrayList<>(
                moved.tables().stream().map(t -> Relation.of(t.table())).toList());
        for (boolean more = true; more && !left.isEmpty(); ) {
            more = left.removeIf(relation -> isDropped(connection, relation, cause));
        }
        return left.stream().map(Relation::toString).toList();
    }

    private boolean isDropped(Connection connection, Relation relation, Exception cause) {
        try {
            execute(connection, dialect.ddl().dropKept("table", relation));
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
