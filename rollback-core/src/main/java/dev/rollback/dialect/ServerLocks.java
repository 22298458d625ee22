// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes locks of backup schemas and of tables, and tells who has them. */
public interface ServerLocks {

    /** Takes the lock of a backup schema for this session; false when another session has it. */
    boolean tryLock(Connection connection, String backupSchema) throws SQLException;

    /** Gives the lock back; nothing happens without it. */
    void unlock(Connection connection, String backupSchema) throws SQLException;

    /** The session that has the lock of a backup schema; empty when nobody has it. */
    Optional<Session> holder(Connection connection, String backupSchema) throws SQLException;

    /**
     * Takes locks that last until the transaction ends, always in the same order: of these relations and their partitions, those
     * that are there and that the current role may lock.
     *
     * @param level what others must wait for from now on
     * @param queue whether to wait for locks that others hold, for the time that the transaction has for each; others who come
     *     later then wait behind it
     */
    void take(Connection connection, Collection<Relation> relations, LockLevel level, boolean queue)
            throws SQLException;

    /**
     * Sessions that hold locks because of which others could not be taken.
     *
     * @param relations the ones that were asked for, with their partitions; empty for all of the database
     * @param level what was asked for; {@link LockLevel#NONE} for reading
     */
    List<Session> blockers(Connection connection, Collection<Relation> relations, LockLevel level) throws SQLException;
}
