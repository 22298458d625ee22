// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Schemas, and what stands in them beside relations, routines and types: extensions, collations, default privileges. */
final class PostgresNamespaceReader {
    private record Schema(long oid, String name, String sql, String owner, boolean member) {}

    private final PostgresRead read;
    private final Map<Long, Schema> schemas = new HashMap<>();

    PostgresNamespaceReader(PostgresRead read) {
        this.read = read;
    }

    /** Finds the schemas of the scope; their objects follow later. */
    List<Long> find(List<String> names, List<Long> follow) throws SQLException {
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
                follow);
        return List.copyOf(schemas.keySet());
    }

    void read(PostgresPrivileges privileges, List<Long> follow) throws SQLException {
        for (Schema schema : schemas.values()) {
            if (!schema.member) {
                read.add(PostgresClass.NAMESPACE, schema(schema, privileges));
            }
        }
        List<Long> scope = List.copyOf(schemas.keySet());
        read.each(
                PostgresCatalogQueries.COLLATIONS,
                row -> read.add(PostgresClass.COLLATION, collation(row)),
                scope,
                follow);
        List<Long> extensions = new ArrayList<>();
        read.each(
                PostgresCatalogQueries.EXTENSIONS,
                row -> {
                    extensions.add(row.number("oid"));
                    read.add(PostgresClass.EXTENSION, extension(row));
                },
                scope,
                follow);
        read.each(
                PostgresCatalogQueries.EXTENSION_MEMBERS,
                row -> read.name(
                        row.number("class"),
                        row.number("object"),
                        Objects.requireNonNull(read.named(PostgresClass.EXTENSION.oid, row.number("extension")))),
                extensions);
        read.each(PostgresCatalogQueries.DEFAULT_PRIVILEGES, row -> {
            Schema schema = schemas.get(row.number("namespace"));
            if (schema != null) {
                read.add(PostgresClass.DEFAULT_ACL, defaults(schema, privileges, row));
            }
        });
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
        return object(
                ObjectId.of(ObjectKind.SCHEMA, "", schema.name),
                "CREATE " + name,
                "DROP " + name,
                List.of(),
                "",
                settings.sorted(),
                schema.oid);
    }

    private OpaqueObject collation(PostgresRow row) throws SQLException {
        String name = "COLLATION " + row.text("sql");
        long oid = row.number("oid");
        PostgresSettings settings = new PostgresSettings()
                .owner("ALTER " + name, row.text("owner"))
                .comment(name, read.comment(PostgresClass.COLLATION, oid));
        return object(
                ObjectId.of(ObjectKind.COLLATION, row.text("schema"), row.text("name")),
                "CREATE " + name + " (" + row.text("text") + ")",
                "DROP " + name,
                List.of(),
                "",
                settings.sorted(),
                oid);
    }

    /** The schema is a setting; the version can be changed in place where the extension brings a script for that. */
    private OpaqueObject extension(PostgresRow row) throws SQLException {
        String name = "EXTENSION " + row.text("sql");
        long oid = row.number("oid");
        String version = " VERSION " + row.text("version");
        String comment = read.comment(PostgresClass.EXTENSION, oid);
        Setting own = new PostgresSettings().comment(name, comment).sorted().get(0);
        PostgresSettings settings = new PostgresSettings()
                .add(new Setting(
                        own.name(), own.value(), own.apply(), Objects.equals(comment, row.optional("comment"))))
                .add("schema", row.text("schema"), true, "ALTER " + name + " SET SCHEMA " + row.text("schema"));
        OpaqueObject extension = object(
                ObjectId.of(ObjectKind.EXTENSION, "", row.text("name")),
                "CREATE " + name + " WITH SCHEMA " + row.text("schema") + version,
                "DROP " + name,
                List.of("ALTER " + name + " UPDATE TO " + row.text("version")),
                "extension",
                settings.sorted(),
                oid);
        return new OpaqueObject(
                extension.id(),
                "extension" + version,
                extension.create(),
                extension.drop(),
                extension.replace(),
                extension.shape(),
                extension.settings(),
                extension.dependsOn(),
                oid);
    }

    private static OpaqueObject defaults(Schema schema, PostgresPrivileges privileges, PostgresRow row)
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
                        words.toLowerCase(java.util.Locale.ROOT) + " of " + row.text("role")),
                String.join(";\n", create),
                create,
                privileges.defaults(row.number("oid"), alter, words, false),
                List.of(),
                "",
                List.of(),
                Set.of(),
                row.number("oid"));
    }

    private static OpaqueObject object(
            ObjectId id,
            String create,
            String drop,
            List<String> replace,
            String shape,
            List<Setting> settings,
            long oid) {
        return new OpaqueObject(id, create, List.of(create), List.of(drop), replace, shape, settings, Set.of(), oid);
    }
}
