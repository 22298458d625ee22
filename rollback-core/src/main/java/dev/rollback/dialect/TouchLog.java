// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.dialect.Server.Range;
import dev.rollback.model.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The keys of the rows that others write to a live table while its rows are copied: keys alone, as the live table itself is the
 * image of its rows. All statements run on the connection that copies, which reads at READ COMMITTED.
 */
public interface TouchLog {

    /**
     * Notes every key that is written from now on; a key that changes is noted twice.
     *
     * @throws SQLException of kind {@link ServerErrors.Kind#CONFLICT} when open transactions do not end in time; the same again
     *     may work
     */
    void begin() throws SQLException;

    /** How many notes wait. */
    long backlog() throws SQLException;

    /** Makes the oldest notes the batch, and tells how many they are. */
    long take(long most) throws SQLException;

    /** The live rows of the batch. */
    Range rows();

    /**
     * Removes rows from the copy that have a key of the batch.
     *
     * @param keyed whether the copy has its keys by now
     */
    void remove(Relation copy, boolean keyed) throws SQLException;

    /** Forgets the notes of the batch, and remembers its keys for {@link #sumOfRecent}. */
    void done() throws SQLException;

    /** Only keys of later batches are recent; before there are none. */
    void forgetRecent() throws SQLException;

    /** Number and checksum of rows with recent keys, as {@link RowSql#checksum} computes it. */
    String sumOfRecent(Relation relation, List<Column> columns) throws SQLException;

    /** Lets the copy hand out the numbers that the live table would hand out; commits. */
    void continueNumbers(Relation copy) throws SQLException;

    /** Ends the notes, wherever the table stands now in its schema. */
    void end() throws SQLException;

    /**
     * A table whose rows are to be followed.
     *
     * @param connection copies rows, and does everything else meanwhile
     * @param live the table
     * @param key the columns by which its rows are known
     * @param backupSchema holds the notes
     * @param run the number of the run
     * @param number of the table in the run
     */
    record Followed(Connection connection, Relation live, List<Column> key, String backupSchema, long run, int number) {
        public Followed {
            key = List.copyOf(key);
        }
    }
}
