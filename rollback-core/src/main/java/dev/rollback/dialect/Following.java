// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.dialect.TouchLog.Followed;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Lets others write to live tables while their rows are copied beside them. A table whose writes are noted stays in its schema
 * when it leaves its place, and {@link Stepwise#settle} puts it aside.
 */
public interface Following {

    /**
     * Why the writes to a live table cannot be noted; empty when they can.
     *
     * @param key the live columns by which its rows would be known
     */
    Optional<String> whyNot(Connection connection, Table live, List<Column> key) throws SQLException;

    /** The notes of a run about one table; {@link TouchLog#begin} begins them. */
    TouchLog follow(Followed followed);

    /**
     * Ends notes that earlier runs left behind, if there are any.
     *
     * @return the tables in which they were kept
     * @throws SQLException of kind {@link ServerErrors.Kind#CONFLICT} when open transactions do not end in time
     */
    List<Relation> endLeftOver(Connection connection, String backupSchema) throws SQLException;

    /** Opens relations in the present transaction, so that no structure changes under them until it ends. */
    void hold(Connection connection, Collection<Relation> relations) throws SQLException;
}
