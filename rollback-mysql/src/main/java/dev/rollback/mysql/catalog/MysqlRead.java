// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.dialect.Queries;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One read of the catalog: runs its queries and collects what they find. */
final class MysqlRead {
    @FunctionalInterface
    interface RowHandler {
        void accept(CatalogRow row) throws SQLException;
    }

    private static final String MULTI = "allowMultiQueries=true";

    private final Connection connection;
    private final MysqlProduct product;
    private final List<SchemaObject> objects = new ArrayList<>();
    private List<String> schemas;

    MysqlRead(Connection connection, List<String> schemas) throws SQLException {
        this.connection = connection;
        this.product = MysqlProduct.of(connection.getMetaData());
        this.schemas = schemas;
    }

    MysqlProduct product() {
        return product;
    }

    /** The schemas of the scope that are there, once they are known. */
    List<String> schemas() {
        return schemas;
    }

    void limitTo(List<String> found) {
        schemas = List.copyOf(found);
    }

    /** Runs a query that has {@code %s} where the list of schemas stands, as often as it needs it. */
    void each(String sql, RowHandler handler) throws SQLException {
        int uses = sql.split("%s", -1).length - 1;
        List<String> values = Collections.nCopies(uses, schemas).stream()
                .flatMap(List::stream)
                .toList();
        String filled = sql.replace("%s", Queries.marks(schemas.size()));
        Queries.each(connection, filled, values, row -> handler.accept(new CatalogRow(row)));
    }

    /**
     * What SHOW CREATE says of objects. MariaDB is asked for all in one block; MySQL in one round trip where the connection
     * allows several statements ({@code allowMultiQueries=true}), else object by object, as it has no other source.
     *
     * @param kind as in {@code TABLE}
     */
    Map<ObjectId, MysqlShown> show(String kind, List<ObjectId> ids) throws SQLException {
        Map<ObjectId, MysqlShown> shown = new HashMap<>();
        if (ids.isEmpty()) {
            return shown;
        }
        List<String> statements = ids.stream()
                .map(id -> "SHOW CREATE " + kind + " " + MysqlNames.quote(id))
                .toList();
        try (Statement statement = Queries.statement(connection)) {
            if (product.hasBlocks()) {
                String block = "BEGIN NOT ATOMIC\n" + String.join(";\n", statements) + ";\nEND";
                all(statement, block, kind, ids, shown);
            } else if (connection.getMetaData().getURL().contains(MULTI)) {
                all(statement, String.join(";\n", statements), kind, ids, shown);
            } else {
                for (int i = 0; i < statements.size(); i++) {
                    all(statement, statements.get(i), kind, ids.subList(i, i + 1), shown);
                }
            }
        }
        return shown;
    }

    private static void all(
            Statement statement, String sql, String kind, List<ObjectId> ids, Map<ObjectId, MysqlShown> shown)
            throws SQLException {
        boolean more = statement.execute(sql);
        for (ObjectId id : ids) {
            try (ResultSet row = statement.getResultSet()) {
                if (!more || !row.next()) {
                    throw new SQLException("no answer to SHOW CREATE " + kind + " for " + id);
                }
                shown.put(id, MysqlShown.of(id.toString(), row));
            }
            more = statement.getMoreResults();
        }
    }

    void add(SchemaObject object) {
        objects.add(object);
    }

    List<SchemaObject> objects() {
        return objects;
    }

    /** Rows of a query without parameters, for what has no place in the information schema. */
    void eachOf(String sql, RowHandler handler) throws SQLException {
        Queries.each(connection, sql, List.of(), row -> handler.accept(new CatalogRow(row)));
    }
}
