// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.dialect.Queries;
import dev.rollback.model.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One read of the catalog: runs its queries and collects what they find. */
final class H2Read {
    @FunctionalInterface
    interface RowHandler {
        void accept(CatalogRow row) throws SQLException;
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
        Queries.each(
                connection,
                sql.replace("%s", Queries.marks(schemas.size())),
                sql.contains("%s") ? schemas : List.of(),
                row -> handler.accept(new CatalogRow(row)));
    }

    void add(SchemaObject object) {
        objects.add(object);
    }

    List<SchemaObject> objects() {
        return objects;
    }
}
