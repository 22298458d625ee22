// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.capture.SchemaReader;
import dev.rollback.capture.Scope;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalog of PostgreSQL 15 to 18. It needs no superuser, but SELECT on the sequences of the scope. The
 * queries see one moment only in a transaction of level REPEATABLE READ or higher.
 */
public final class PostgresSchemaReader implements SchemaReader {

    @Override
    public DatabaseModel read(Connection connection, Scope scope) throws SQLException {
        PostgresRead read = new PostgresRead(connection, scope.follow());
        PostgresFacts facts = PostgresFacts.read(read);
        PostgresNamespaceReader schemas = new PostgresNamespaceReader(read);
        schemas.find(scope.schemas());
        readRelations(read);
        read.readComments();
        PostgresPrivileges privileges = privileges(read);
        PostgresColumnReader columns = new PostgresColumnReader(read);

        schemas.read(privileges);
        Map<Long, List<String>> inlineChecks = new PostgresConstraintReader(read, facts).read();
        Map<Long, List<Setting>> clonedTriggers = new PostgresTriggerReader(read).read();
        new PostgresTableReader(read, facts, columns, privileges, inlineChecks, clonedTriggers).read();
        new PostgresSequenceReader(read, privileges).read();
        new PostgresIndexReader(read, facts).read();
        new PostgresViewReader(read, facts, columns, privileges).read();
        new PostgresTypeReader(read, columns, privileges).read();
        new PostgresRoutineReader(read, privileges).read();
        new PostgresExtensionReader(read).read();
        new PostgresOtherReader(read).read();
        new PostgresPublicationReader(read).read();

        return new DatabaseModel(
                "PostgreSQL",
                facts.version(),
                facts.database(),
                scope.schemas(),
                new PostgresDependencies(read).resolve());
    }

    private static void readRelations(PostgresRead read) throws SQLException {
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
                read.schemas(),
                read.follow(),
                read.follow());
    }

    private static PostgresPrivileges privileges(PostgresRead read) throws SQLException {
        PostgresPrivileges privileges = new PostgresPrivileges();
        read.each(
                PostgresCatalogQueries.PRIVILEGES,
                privileges::add,
                read.oids(),
                read.oids(),
                read.schemas(),
                read.follow(),
                read.schemas(),
                read.follow(),
                read.schemas(),
                read.schemas());
        return privileges;
    }
}
