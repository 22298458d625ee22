// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Schemas, and the privileges that new objects in them get. */
final class PostgresNamespaceReader {
    private record Schema(long oid, String name, String sql, String owner, boolean member) {}

    private final PostgresRead read;
    private final Map<Long, Schema> schemas = new HashMap<>();

    PostgresNamespaceReader(PostgresRead read) {
        this.read = read;
    }

    /** Finds the schemas of the scope; the objects that stand for them are read later. */
    void find(List<String> names) throws SQLException {
        read.each(
                PostgresCatalogQueries.SCHEMAS,
                row -> schemas.put(
                        row.number("oid"),
                        new Schema(
                                row.number("oid"),
                                row.text("name"),
                                row.text("sql"),
                                row.text("owner"),
                                row.flag("member"))),
                names,
                read.follow());
        read.inSchemas(schemas.keySet());
    }

    /** Reads all; default privileges first, as they decide what everything else has from the start. */
    void read(PostgresPrivileges privileges) throws SQLException {
        read.each(PostgresCatalogQueries.DEFAULT_PRIVILEGES, row -> {
            privileges.addDefaults(row.text("kind"));
            Schema schema = schemas.get(row.number("namespace"));
            if (schema != null) {
                read.add(PostgresClass.DEFAULT_ACL, defaults(schema, privileges, row));
            }
        });
        for (Schema schema : schemas.values()) {
            if (!schema.member) {
                read.add(PostgresClass.NAMESPACE, schema(schema, privileges));
            }
        }
    }

    private OpaqueObject schema(Schema schema, PostgresPrivileges privileges) {
        String name = "SCHEMA " + schema.sql;
        PostgresSettings settings = new PostgresSettings()
                .owner("ALTER " + name, schema.owner)
                .comment(name, read.comment(PostgresClass.NAMESPACE, schema.oid))
                .add(privileges.of(
                        PostgresPrivileges.On.SCHEMA,
                        PostgresClass.NAMESPACE,
                        schema.oid,
                        schema.sql,
                        schema.sql,
                        schema.owner));
        return new OpaqueObject(
                ObjectId.of(ObjectKind.SCHEMA, "", schema.name),
                "CREATE " + name,
                List.of("CREATE " + name),
                List.of("DROP " + name),
                List.of(),
                "",
                settings.sorted(),
                Set.of(),
                schema.oid);
    }

    private static OpaqueObject defaults(Schema schema, PostgresPrivileges privileges, CatalogRow row)
            throws SQLException {
        String words = switch (row.text("kind")) {
            case "r" -> "TABLES";
            case "S" -> "SEQUENCES";
            case "f" -> "ROUTINES";
            case "T" -> "TYPES";
            default -> "SCHEMAS";
        };
        String alter = "ALTER DEFAULT PRIVILEGES FOR ROLE " + row.text("sql") + " IN SCHEMA " + schema.sql;
        List<String> create = privileges.defaults(row.number("oid"), alter, words, true);
        return new OpaqueObject(
                ObjectId.of(
                        ObjectKind.DEFAULT_PRIVILEGES,
                        schema.name,
                        words.toLowerCase(Locale.ROOT) + " of " + row.text("role")),
                String.join(";\n", create),
                create,
                privileges.defaults(row.number("oid"), alter, words, false),
                List.of(),
                "",
                List.of(),
                Set.of(),
                row.number("oid"));
    }
}
