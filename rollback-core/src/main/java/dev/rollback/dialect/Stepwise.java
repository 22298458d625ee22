// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What holds the steps of a run together on products that commit every change of structure by itself. Rows are copied beside
 * the live tables while another session keeps writers away; then all tables change places in one statement.
 */
public interface Stepwise {

    /**
     * Gives a filled table that {@link Ddl#createTable} made its keys, checks, indexes and numbering, in as few statements as
     * possible, as each may copy the table.
     *
     * @param parts without foreign keys
     * @param on the table, or a shadow of it
     */
    List<String> complete(Table table, List<SchemaObject> parts, Relation on);

    /** What gives relations other names: one statement, all or none, unless {@link #settle} can tell what is left. */
    List<String> exchange(List<Move> moves);

    /** What goes before the exchange so that a table which leaves its place can go without those that it points to. */
    default List<String> loosen(Constraint foreignKey) {
        return List.of();
    }

    /**
     * Where a new form of a table is filled until the exchange.
     *
     * @param inBackupSchema its place where tables can move between schemas
     */
    default Relation shadow(ObjectId table, Relation inBackupSchema) {
        return inBackupSchema;
    }

    /**
     * Where a live table stands between the exchange and {@link Ddl#putAside}: its last place, or another one where something
     * that is still tied to it does not let it go there at once.
     */
    Relation exchanged(Table table, List<SchemaObject> parts, Relation aside);

    /** How rows are followed that others write while they are copied; empty where writers have to wait. */
    default Optional<Following> following() {
        return Optional.empty();
    }

    /** How many connections it takes to keep writers of so many relations waiting. */
    int guards(int relations);

    /** Whether writers are kept waiting from the first step to the last, and not up to the exchange only. */
    default boolean guardsWholeRun() {
        return false;
    }

    /**
     * Keeps writers of these relations waiting, while readers go on if they can.
     *
     * @param worker the session that the steps run in
     * @param connections as many as {@link #guards} tells, that do nothing else meanwhile
     * @throws SQLException of kind {@link ServerErrors.Kind#CONFLICT} when others do not let go in time
     */
    WriteBlock blockWriters(
            Connection worker, List<Connection> connections, Collection<Relation> relations, Duration timeout)
            throws SQLException;

    /**
     * Brings what an interrupted run left among the users' tables into a state that a new plan can start from: a half-done
     * exchange is taken back, and what has left its place already is put aside.
     *
     * @param run how names that the run gave begin
     * @param schemas the users' schemas
     * @param kept from where the run took tables, and where in the backup schema they are to be
     */
    default void settle(Connection connection, String run, List<String> schemas, List<Move> kept) throws SQLException {}

    /**
     * Copies rows into a relation that {@link RowSql#save} made, where no statement both reads a moment of the past and writes.
     *
     * @param snapshot sees the moment: a session after {@link Server#beginSnapshot}
     * @param writer another session, in auto-commit mode
     */
    void fill(Connection snapshot, Connection writer, Table table, Relation live, Relation copy) throws SQLException;

    /** The server's number of a session. */
    long session(Connection connection) throws SQLException;

    /** Limits each wait for a lock in this session, and each statement to nothing else. */
    void begin(Connection connection, Duration lockTimeout) throws SQLException;

    /**
     * A change of name.
     *
     * @param from the relation as it is
     * @param to its new name
     */
    record Move(Relation from, Relation to) {}

    /** Writers that are kept waiting. */
    interface WriteBlock extends AutoCloseable {

        /** Fails when writers may have come in: a session that kept them waiting is gone. */
        void check() throws SQLException;

        /**
         * Lets a session have each relation that it waits for, so that no writer comes in between. Where it does not come to wait
         * in time, writers are kept waiting, and the session with them.
         *
         * @param session see {@link Stepwise#session}
         */
        void handOver(long session, Duration timeout) throws SQLException;

        /** Lets writers go on; nothing happens the second time. */
        void release() throws SQLException;

        @Override
        default void close() throws SQLException {
            release();
        }
    }
}
