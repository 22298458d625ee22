// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publications for logical replication, and which tables are in them. */
final class PostgresPublicationReader {
    private record Publication(String name, String sql) {}

    private final PostgresRead read;
    private final Map<Long, Publication> publications = new HashMap<>();

    PostgresPublicationReader(PostgresRead read) {
        this.read = read;
    }

    void read() throws SQLException {
        read.each(
                PostgresObjectQueries.PUBLICATIONS,
                row -> read.add(PostgresClass.PUBLICATION, publication(row)),
                read.oids(),
                read.schemas(),
                read.follow());
        read.each(
                PostgresObjectQueries.PUBLICATION_TABLES,
                row -> read.add(PostgresClass.PUBLICATION_TABLE, table(row)),
                publications.keySet());
    }

    private OpaqueObject publication(CatalogRow row) throws SQLException {
        long oid = row.number("oid");
        String sql = row.text("sql");
        publications.put(oid, new Publication(row.text("name"), sql));
        String schemas = row.optional("schemas");
        String members =
                row.flag("all_tables") ? " FOR ALL TABLES" : schemas == null ? "" : " FOR TABLES IN SCHEMA " + schemas;
        String create = "CREATE PUBLICATION " + sql + members + " WITH (" + row.text("options") + ")";
        PostgresSettings settings = new PostgresSettings()
                .owner("ALTER PUBLICATION " + sql, row.text("owner"))
                .comment("PUBLICATION " + sql, read.comment(PostgresClass.PUBLICATION, oid));
        return new OpaqueObject(
                ObjectId.of(ObjectKind.PUBLICATION, "", row.text("name")),
                create,
                List.of(create),
                List.of("DROP PUBLICATION " + sql),
                List.of("ALTER PUBLICATION " + sql + " SET (" + row.text("options") + ")"),
                "publication" + members,
                settings.sorted(),
                Set.of(),
                oid);
    }

    private OpaqueObject table(CatalogRow row) throws SQLException {
        Publication publication = publications.get(row.number("publication"));
        if (publication == null) {
            throw new IllegalStateException("a table of a publication that was not asked for");
        }
        String columns = row.optional("columns");
        String condition = row.optional("condition");
        String alter = "ALTER PUBLICATION " + publication.sql;
        String create = alter + " ADD TABLE ONLY " + row.text("sql")
                + (columns == null ? "" : " (" + columns + ")")
                + (condition == null ? "" : " WHERE (" + condition + ")");
        return new OpaqueObject(
                new ObjectId(ObjectKind.PUBLICATION_TABLE, row.text("schema"), row.text("name"), publication.name),
                create,
                List.of(create),
                List.of(alter + " DROP TABLE ONLY " + row.text("sql")),
                List.of(),
                "",
                List.of(),
                Set.of(),
                row.number("oid"));
    }
}
