// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.h2.ddl.H2Ddl;
import dev.rollback.h2.rows.H2RowSql;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A run has the database for itself. A table changes its place by two renames within its schema; where only the first was done, a
 * resumed run takes it back.
 */
public final class H2Stepwise implements Stepwise {
    private static final String SHADOW = "new_";
    private static final String EXISTS = """
            SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """;

    private final H2Ddl ddl = new H2Ddl();

    /** It needs no settings. */
    public H2Stepwise() {}

    @Override
    public List<String> complete(Table table, List<SchemaObject> parts, Relation on) {
        List<String> statements = new ArrayList<>();
        parts.forEach(p -> statements.addAll(ddl.createPart(p, on)));
        return statements;
    }

    @Override
    public List<String> exchange(List<Move> moves) {
        return moves.stream()
                .flatMap(m -> ddl.moveIntoPlace(m.from(), m.to()).stream())
                .toList();
    }

    /** A table that another one points to cannot be dropped. */
    @Override
    public List<String> loosen(Constraint foreignKey) {
        return ddl.drop(foreignKey);
    }

    @Override
    public Relation shadow(ObjectId table, Relation inBackupSchema) {
        return new Relation(table.schema(), inBackupSchema.name());
    }

    @Override
    public Relation exchanged(Table table, List<SchemaObject> parts, Relation aside) {
        return H2Ddl.exchanged(table.id(), aside);
    }

    /** The session that works is the one that others wait for. */
    @Override
    public int guards(int relations) {
        return 0;
    }

    @Override
    public boolean guardsWholeRun() {
        return true;
    }

    @Override
    public WriteBlock blockWriters(
            Connection worker, List<Connection> connections, Collection<Relation> relations, Duration timeout)
            throws SQLException {
        return H2Exclusive.take(worker, relations, timeout);
    }

    /** A transaction that sees one moment can write what it sees. */
    @Override
    public void fill(Connection snapshot, Connection writer, Table table, Relation live, Relation copy)
            throws SQLException {
        Queries.execute(snapshot, new H2RowSql().restore(table, live, copy));
    }

    @Override
    public long session(Connection connection) throws SQLException {
        return Long.parseLong(Queries.text(connection, "SELECT SESSION_ID()").orElseThrow());
    }

    @Override
    public void begin(Connection connection, Duration lockTimeout) throws SQLException {
        limitWaits(connection, lockTimeout);
        H2Session.isolate(connection, "READ COMMITTED");
    }

    static void limitWaits(Connection connection, Duration timeout) throws SQLException {
        Queries.execute(connection, "SET LOCK_TIMEOUT " + Math.max(1, timeout.toMillis()));
    }

    @Override
    public void settle(Connection connection, String run, List<String> schemas, List<Move> kept) throws SQLException {
        for (Move move : kept) {
            Relation there = new Relation(move.from().schema(), move.to().name());
            if (!exists(connection, there)) {
                continue;
            }
            if (exists(connection, move.from())) {
                putAside(connection, there, move.to());
            } else {
                Queries.execute(connection, "DROP TABLE IF EXISTS " + quote(move.to()));
                for (String sql : ddl.moveIntoPlace(there, move.from())) {
                    Queries.execute(connection, sql);
                }
            }
        }
        for (String schema : schemas) {
            for (String name :
                    Queries.list(connection, H2ServerQueries.RELATIONS, List.of(schema), row -> row.getString(1))) {
                if (name.startsWith(run + SHADOW)) {
                    Queries.execute(connection, "DROP TABLE " + quote(schema, name));
                }
            }
        }
    }

    /** What is tied to it goes with it, and is made again by the plan that follows. */
    private static void putAside(Connection connection, Relation there, Relation aside) throws SQLException {
        String columns = String.join(
                ", ",
                Queries.list(
                        connection,
                        H2ServerQueries.COLUMNS,
                        List.of(there.schema(), there.name()),
                        row -> quote(row.getString(1))));
        Queries.execute(connection, "DROP TABLE IF EXISTS " + quote(aside));
        Queries.execute(connection, "CREATE TABLE " + quote(aside) + " AS SELECT " + columns + " FROM " + quote(there));
        Queries.execute(connection, "DROP TABLE " + quote(there) + " CASCADE");
    }

    private static boolean exists(Connection connection, Relation relation) throws SQLException {
        return Queries.text(connection, EXISTS, relation.schema(), relation.name())
                .isPresent();
    }
}
