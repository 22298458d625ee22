// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.capture.Backup;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers questions about the connected server. */
public interface Server {

    /** The schema that unqualified names mean; empty when there is none. */
    Optional<String> currentSchema(Connection connection) throws SQLException;

    /** Whether a schema is the server's own, or a session's, so that nobody can look after it. */
    boolean isSystemSchema(String schema);

    /** Which of these schemas exist. */
    List<String> existingSchemas(Connection connection, Collection<String> schemas) throws SQLException;

    /** The names of all tables and views of a schema; empty when there is no such schema. */
    List<String> relations(Connection connection, String schema) throws SQLException;

    /** Why nothing can be written here (a replica, a read-only session); empty when it can. */
    Optional<String> whyReadOnly(Connection connection) throws SQLException;

    /** Begins a transaction that sees one moment of the whole database, with a limit to each wait for a lock. */
    void beginSnapshot(Connection connection, Duration lockTimeout) throws SQLException;

    /** Begins the transaction of a run, with a limit to each wait for a lock. */
    void beginRun(Connection connection, Duration lockTimeout) throws SQLException;

    /** Takes locks, and tells who has them. */
    ServerLocks locks();

    /** Where in the server's own history this transaction stands. */
    String position(Connection connection) throws SQLException;

    /**
     * A condition on a live row with the alias {@code c} that is true when the migration itself wrote it last; {@code false}
     * where no row tells which transaction wrote it.
     *
     * @param backup the snapshot from before the migration
     * @param live the live structure
     * @param ownRuns positions of earlier runs, which are no migration
     */
    default String writtenByMigration(Connection connection, Backup backup, DatabaseModel live, List<String> ownRuns)
            throws SQLException {
        return "false";
    }

    /**
     * A condition on a live row with the alias {@code c} that is true when it was surely last written before a position;
     * {@code false} where the product cannot tell.
     */
    default String writtenBefore(String position) {
        return "false";
    }

    /** What needs a column and would not go with it unasked, each in the server's words: views, policies, computed columns. */
    List<String> dependents(Connection connection, ObjectId table, String column) throws SQLException;

    /** Rows and bytes of tables, from the catalog's statistics. */
    Map<ObjectId, Size> sizes(Connection connection, Collection<ObjectId> tables) throws SQLException;

    /** The innermost partitions of a table by name, in the order of their names, with estimates; empty for others. */
    Map<String, Size> partitions(Connection connection, ObjectId table) throws SQLException;

    /** Splits a relation and its partitions into ranges that are read one after the other. */
    List<Range> ranges(Connection connection, Relation relation, long rowsPerRange) throws SQLException;

    /** Privileges that the current role lacks for an operation, each in words that name the role and the object. */
    List<String> missingPrivileges(Connection connection, Needs needs) throws SQLException;

    /** Whether a look-up by a key uses its index; the answer is what it uses instead, empty when all is well. */
    Optional<String> lookupMissesIndex(Connection connection, Constraint key) throws SQLException;

    /**
     * An estimate.
     *
     * @param rows never negative
     * @param bytes never negative
     */
    record Size(long rows, long bytes) {}

    /**
     * A part of a relation.
     *
     * @param source the quoted relation to read from
     * @param condition on the alias {@code c}
     * @param rows estimated
     */
    record Range(String source, String condition, long rows) {}
}
