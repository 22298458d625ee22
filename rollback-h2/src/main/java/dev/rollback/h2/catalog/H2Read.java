// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.model.SchemaObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One read of the catalog: runs its queries and collects what they find. */
final class H2Read {
    @FunctionalInterface
    interface RowHandler {
        void accept(H2Row row) throws SQLException;
    }

    private final Connection connection;
    private final List<String> schemas;
    private final List<SchemaObject> objects = new ArrayList<>();

    H2Read(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    /** Runs a query that has {@code %s} where the list of schemas stands, once. */
    void each(String sql, RowHandler handler) throws SQLException {
        String marks = schemas.isEmpty() ? "NULL" : String.join(", ", Collections.nCopies(schemas.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", marks))) {
            int parameter = 0;
            if (sql.contains("%s")) {
                for (String schema : schemas) {
                    statement.setString(++parameter, schema);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                H2Row row = new H2Row(rows);
                while (rows.next()) {
                    handler.accept(row);
                }
            }
        }
    }

    void add(SchemaObject object) {
        objects.add(object);
    }

    List<SchemaObject> objects() {
        return objects;
    }
}
