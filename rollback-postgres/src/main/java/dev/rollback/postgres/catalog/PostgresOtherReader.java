// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collations, operators and their classes, casts, conversions, text search: kinds that migrations seldom touch. */
final class PostgresOtherReader {
    private final PostgresRead read;

    PostgresOtherReader(PostgresRead read) {
        this.read = read;
    }

    void read() throws SQLException {
        read.eachInScope(PostgresObjectQueries.COLLATIONS, row -> read.add(PostgresClass.COLLATION, collation(row)));
        read.eachInScope(PostgresObjectQueries.OTHERS, row -> read.add(row.number("class_oid"), object(row)));
    }

    private OpaqueObject collation(CatalogRow row) throws SQLException {
        String name = "COLLATION " + row.text("sql");
        String create = "CREATE " + name + " (" + row.text("text") + ")";
        long oid = row.number("oid");
        return new OpaqueObject(
                ObjectId.of(ObjectKind.COLLATION, row.text("schema"), row.text("name")),
                create,
                List.of(create),
                List.of("DROP " + name),
                List.of(),
                "",
                new PostgresSettings()
                        .owner("ALTER " + name, row.text("owner"))
                        .comment(name, read.comment(PostgresClass.COLLATION, oid))
                        .sorted(),
                Set.of(),
                oid);
    }

    private OpaqueObject object(CatalogRow row) throws SQLException {
        String name = row.text("word") + " " + row.text("sql");
        long oid = row.number("oid");
        PostgresSettings settings = new PostgresSettings().comment(name, read.comment(row.number("class_oid"), oid));
        String owner = row.optional("owner");
        if (owner != null) {
            settings.owner("ALTER " + name, owner);
        }
        List<String> create = row.list("statements");
        return new OpaqueObject(
                ObjectId.of(
                        ObjectKind.OTHER,
                        row.textOrEmpty("schema"),
                        row.text("word").toLowerCase(Locale.ROOT) + " " + row.text("name")),
                create.isEmpty() ? row.textOrEmpty("definition") : String.join(";\n", create),
                create,
                List.of("DROP " + name),
                List.of(),
                "",
                settings.sorted(),
                Set.of(),
                oid);
    }
}
