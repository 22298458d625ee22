// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import dev.rollback.model.DatabaseModel;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the catalog into a model, in a fixed number of queries whatever the number of objects. */
@FunctionalInterface
public interface SchemaReader {

    /**
     * Reads all objects of the scope. The connection's session settings must have been prepared by the dialect, as the
     * server prints definitions differently under another search path or time zone.
     *
     * @throws SQLException when a query fails
     */
    DatabaseModel read(Connection connection, Scope scope) throws SQLException;
}
