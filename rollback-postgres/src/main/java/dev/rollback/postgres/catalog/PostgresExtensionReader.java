// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Extensions. What belongs to one counts as the extension itself where something depends on it. */
final class PostgresExtensionReader {
    private final PostgresRead read;
    private final Map<Long, ObjectId> extensions = new HashMap<>();

    PostgresExtensionReader(PostgresRead read) {
        this.read = read;
    }

    void read() throws SQLException {
        read.eachInScope(PostgresObjectQueries.EXTENSIONS, row -> {
            OpaqueObject extension = extension(row);
            extensions.put(extension.nativeId(), extension.id());
            read.add(PostgresClass.EXTENSION, extension);
        });
        read.each(
                PostgresObjectQueries.EXTENSION_MEMBERS,
                row -> read.name(
                        row.number("class"),
                        row.number("object"),
                        Objects.requireNonNull(extensions.get(row.number("extension")))),
                extensions.keySet());
    }

    /** The schema is a setting; the version can be changed in place where the extension brings a script for that. */
    private OpaqueObject extension(CatalogRow row) throws SQLException {
        String name = "EXTENSION " + row.text("sql");
        String schema = row.text("schema");
        String version = row.text("version");
        long oid = row.number("oid");
        return new OpaqueObject(
                ObjectId.of(ObjectKind.EXTENSION, "", row.text("name")),
                "extension " + version,
                List.of("CREATE " + name + " WITH SCHEMA " + schema + " VERSION " + version),
                List.of("DROP " + name),
                List.of("ALTER " + name + " UPDATE TO " + version),
                "extension",
                new PostgresSettings()
                        .add(comment(name, read.comment(PostgresClass.EXTENSION, oid), row.textOrEmpty("comment")))
                        .add("schema", schema, true, "ALTER " + name + " SET SCHEMA " + schema)
                        .sorted(),
                Set.of(),
                oid);
    }

    /** An extension brings its own comment along. */
    private static Setting comment(String name, @Nullable String text, String own) {
        Setting comment = new PostgresSettings().comment(name, text).sorted().get(0);
        return new Setting(
                comment.name(),
                comment.value(),
                comment.apply(),
                comment.value().equals(own));
    }
}
