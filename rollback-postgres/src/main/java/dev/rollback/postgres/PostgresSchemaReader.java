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
        String[] facts = facts(read);
        List<Long> follow = List.copyOf(scope.follow());

        PostgresNamespaceReader schemas = new PostgresNamespaceReader(read);
        List<Long> namespaces = schemas.find(scope.schemas(), follow);
        readRelations(read, namespaces, follow);
        read.readComments();
        PostgresPrivileges privileges = privileges(read, namespaces, follow);
        PostgresColumnReader columns = new PostgresColumnReader(read);

        schemas.read(privileges, follow);
        Map<Long, List<String>> inlineChecks = new PostgresConstraintReader(read).read();
        Map<Long, List<Setting>> clonedTriggers = new PostgresTriggerReader(read).read();
        new PostgresTableReader(read, columns, privileges, inlineChecks, clonedTriggers).read();
        new PostgresSequenceReader(read, privileges).read();
        new PostgresIndexReader(read).read();
        new PostgresViewReader(read, columns, privileges).read();
        new PostgresTypeReader(read, columns, privileges).read(namespaces, follow);
        new PostgresRoutineReader(read, privileges).read(namespaces, follow);
        new PostgresOtherReader(read).read(namespaces, follow);
        new PostgresPublicationReader(read).read(oids(read), namespaces, follow);

        return new DatabaseModel(
                "PostgreSQL", facts[0], facts[1], scope.schemas(), new PostgresDependencies(read).resolve());
    }

    /** Version, and what tells this database from all others: the cluster's own number and the database's oid. */
    private static String[] facts(PostgresRead read) throws SQLException {
        String[] facts = {"", ""};
        boolean[] maySee = {false};
        read.each(PostgresCatalogQueries.FACTS, row -> {
            String path = row.text("search_path");
            if (!path.isEmpty() && !path.equals("\"\"")) {
                throw new IllegalStateException(
                        "the session is not prepared: search_path is " + path + ", but must be empty");
            }
            facts[0] = row.text("version").split(" ", 2)[0];
            facts[1] = row.text("database");
            maySee[0] = row.flag("may_read_system");
        });
        if (maySee[0]) {
            read.each(PostgresCatalogQueries.SYSTEM, row -> facts[1] = row.text("system") + "/" + facts[1]);
        }
        return facts;
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
