// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of a table as a stream of text, one line for each row, which loses nothing and is never held as a whole. */
public interface RowStream {

    /** The name of the text form, which a backup remembers. */
    String form();

    /**
     * Writes the stored columns of all rows of a live table, or of a relation that {@link #create} made of it, which both give the same
     * lines for the same rows.
     *
     * @param session for a live table one that sees the moment, after {@link Server#beginSnapshot}
     * @param from the table under its name, or the relation
     * @return how many rows
     * @throws IOException when the stream fails; the session can be used on
     */
    long write(Connection session, Table table, Relation from, OutputStream out) throws SQLException, IOException;

    /**
     * Makes an empty relation like the one of {@link RowSql#save}, without looking at the live table.
     *
     * @param keys columns by which its rows will be looked up, for products that need an index for that
     */
    List<String> create(Table table, List<List<String>> keys, Relation copy);

    /**
     * Reads what {@link #write} wrote into a relation that {@link #create} made.
     *
     * @param connection in the transaction of the caller, or, with {@link Stepwise}, in auto-commit mode
     */
    void read(Connection connection, Table table, Relation copy, InputStream in) throws SQLException, IOException;
}
