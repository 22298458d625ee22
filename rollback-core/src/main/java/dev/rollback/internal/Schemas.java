// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.dialect.Dialect;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds out whether the schemas that people name are there. */
public final class Schemas {
    private Schemas() {}

    /**
     * Whatever the database holds, these names are wrong.
     *
     * @throws InvalidInputException for the server's own schemas, the backup schema, and a backup schema's name that is too long or
     *     that the driver would not send as it stands
     */
    static void requireUsable(Dialect dialect, Connection connection, Collection<String> schemas, String backupSchema)
            throws SQLException {
        for (String schema : schemas) {
            if (dialect.server().isSystemSchema(schema)) {
                throw new InvalidInputException(
                        "Schema '" + schema + "' is the server's own and cannot be looked after. Name your own.");
            }
            if (schema.equals(backupSchema)) {
                throw new InvalidInputException(
                        "The backup schema '" + backupSchema + "' cannot be one of the schemas to look after.");
            }
        }
        if (dialect.server().isSystemSchema(backupSchema)) {
            throw new InvalidInputException(
                    "The backup schema cannot be '" + backupSchema + "', which is the server's own. Name another.");
        }
        if (!dialect.ddl().fit(backupSchema).equals(backupSchema)) {
            throw new InvalidInputException(
                    "The name of the backup schema is too long for this server: '" + backupSchema + "'.");
        }
        String quoted = dialect.ddl().quote(backupSchema);
        if (!connection.nativeSQL(quoted).equals(quoted)) {
            throw new InvalidInputException("The backup schema cannot be '" + backupSchema
                    + "': the JDBC driver takes this name for an escape sequence. Name another.");
        }
    }

    /** @throws InvalidInputException for one that is not there now */
    public static void requireLive(Dialect dialect, Connection connection, Collection<String> schemas)
            throws SQLException {
        List<String> missing = new ArrayList<>(schemas);
        missing.removeAll(dialect.server().existingSchemas(connection, schemas));
        refuse(missing);
    }

    /**
     * A migration may have dropped or renamed a schema, or made it; a run may have taken it away again.
     *
     * @throws InvalidInputException for one that is neither there now, nor part of a snapshot, nor known from a run
     */
    public static void requireKnown(Context context, Connection connection, Collection<DatabaseModel> snapshots)
            throws SQLException {
        List<String> missing = missing(context, connection);
        snapshots.forEach(s -> missing.removeAll(s.schemas()));
        if (!missing.isEmpty()) {
            missing.removeAll(removedByRuns(context.store(), connection));
        }
        refuse(missing);
    }

    private static List<String> removedByRuns(Store store, Connection connection) throws SQLException {
        if (!store.relations(connection).contains(store.steps().getName())) {
            return List.of();
        }
        String kind = ObjectKind.SCHEMA.label() + " ";
        return store.sql(connection)
                .selectDistinct(Store.OBJECT)
                .from(store.steps())
                .where(Store.OBJECT.startsWith(kind))
                .fetch(row -> String.valueOf(row.value1()).substring(kind.length()));
    }

    /** Those of the schemas to look after that are not there now. */
    static List<String> missing(Context context, Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>(context.schemas());
        missing.removeAll(context.dialect().server().existingSchemas(connection, missing));
        return missing;
    }

    private static void refuse(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new InvalidInputException("There is no schema '" + String.join("' and no schema '", missing)
                    + "'. Names stand as in the catalog, without quotes.");
        }
    }
}
