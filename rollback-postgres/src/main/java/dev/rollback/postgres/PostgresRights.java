// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What the current role lacks for a run. */
final class PostgresRights {
    private PostgresRights() {}

    static List<String> missing(Connection connection, Collection<ObjectId> tables, String backupSchema)
            throws SQLException {
        List<String> missing = new ArrayList<>();
        inSchemas(connection, tables, backupSchema, missing);
        onTables(connection, tables, missing);
        return List.copyOf(missing);
    }

    private static void inSchemas(
            Connection connection, Collection<ObjectId> tables, String backupSchema, List<String> missing)
            throws SQLException {
        TreeSet<String> schemas = new TreeSet<>();
        schemas.add(backupSchema);
        tables.forEach(t -> schemas.add(t.schema()));
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.SCHEMA_PRIVILEGES)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String schema = rows.getString("schema");
                    String role = "role " + rows.getString("role");
                    if (!rows.getBoolean("found")) {
                        if (!rows.getBoolean("creates_schemas")) {
                            missing.add(role + " lacks CREATE on database " + rows.getString("database")
                                    + ", which schema " + schema + " needs");
                        }
                        continue;
                    }
                    if (!rows.getBoolean("usage")) {
                        missing.add(role + " lacks USAGE on schema " + schema);
                    }
                    if (!rows.getBoolean("creates")) {
                        missing.add(role + " lacks CREATE on schema " + schema);
                    }
                }
            }
        }
    }

    private static void onTables(Connection connection, Collection<ObjectId> tables, List<String> missing)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.TABLE_PRIVILEGES)) {
            PostgresServer.setNames(statement, tables);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = rows.getString("name");
                    String role = "role " + rows.getString("role");
                    if (!rows.getBoolean("owned")) {
                        missing.add(role + " is neither the owner of table " + table + " nor a member of role "
                                + rows.getString("owner") + ", who is");
                        continue;
                    }
                    if (!rows.getBoolean("readable")) {
                        missing.add(role + " lacks SELECT on table " + table);
                    }
                    if (rows.getBoolean("row_security")) {
                        missing.add(role + " lacks BYPASSRLS: row security hides rows of table " + table + " from it");
                    }
                }
            }
        }
    }
}
