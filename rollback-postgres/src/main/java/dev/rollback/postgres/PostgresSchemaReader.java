// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.capture.SchemaReader;
import dev.rollback.capture.Scope;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalog of PostgreSQL 15 to 18. It needs no superuser, but SELECT on the sequences of the scope. The
 * queries see one moment only in a transaction of level REPEATABLE READ or higher.
 */
final class PostgresSchemaReader implements SchemaReader {

    @Override
    public DatabaseModel read(Connection connection, Scope scope) throws SQLException {
        PostgresRead read = new PostgresRead(connection);
        PostgresFacts facts = PostgresFacts.read(read);
        List<Long> follow = List.copyOf(scope.follow());

        PostgresNamespaceReader schemas = new PostgresNamespaceReader(read);
        List<Long> namespaces = schemas.find(scope.schemas(), follow);
        readRelations(read, namespaces, follow);
        read.readComments();
        PostgresPrivileges privileges = privileges(read, namespaces, follow);
        PostgresColumnReader columns = new PostgresColumnReader(read);

        schemas.read(privileges, follow);
        Map<Long, List<String>> inlineChecks = new PostgresConstraintReader(read, facts).read();
        Map<Long, List<Setting>> clonedTriggers = new PostgresTriggerReader(read).read();
        new PostgresTableReader(read, facts, columns, privileges, inlineChecks, clonedTriggers).read();
        new PostgresSequenceReader(read, privileges).read();
        new PostgresIndexReader(read, facts).read();
        new PostgresViewReader(read, facts, columns, privileges).read();
        new PostgresTypeReader(read, columns, privileges).read(namespaces, follow);
        new PostgresRoutineReader(read, privileges).read(namespaces, follow);
        new PostgresOtherReader(read).read(namespaces, follow);
        new PostgresPublicationReader(read).read(oids(read), namespaces, follow);

        return new DatabaseModel(
                "PostgreSQL",
                facts.version(),
                facts.database(),
                scope.schemas(),
                new PostgresDependencies(read).resolve());
    }

    private static void readRelations(PostgresRead read, List<Long> schemas, List<Long> follow) throws SQLException {
        read.each(
                PostgresCatalogQueries.RELATIONS,
                row -> read.add(new PostgresRelation(
                        row.number("oid"),
                        row.text("kind").charAt(0),
                        row.text("schema"),
                        row.text("name"),
                        row.text("sql"),
                        row.text("owner"),
                        row.flag("unlogged"),
                        row.number("storage"),
                        row.list("options"),
                        row.optional("method"),
                        row.optional("tablespace"))),
                schemas,
                follow,
                follow);
    }

    private static PostgresPrivileges privileges(PostgresRead read, List<Long> schemas, List<Long> follow)
            throws SQLException {
        PostgresPrivileges privileges = new PostgresPrivileges();
        List<Long> relations = oids(read);
        read.each(
                PostgresCatalogQueries.PRIVILEGES,
                privileges::add,
                relations,
                relations,
                schemas,
                follow,
                schemas,
                follow,
                schemas,
                schemas);
        read.each(PostgresCatalogQueries.DEFAULT_PRIVILEGES, row -> privileges.addDefaults(row.text("kind")));
        return privileges;
    }

    private static List<Long> oids(PostgresRead read) {
        return new ArrayList<>(
                read.relations().stream().map(PostgresRelation::oid).toList());
    }
}
