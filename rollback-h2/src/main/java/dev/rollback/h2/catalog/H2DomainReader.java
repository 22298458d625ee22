// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Domains and their checks. */
final class H2DomainReader {
    private final H2Read read;
    private final Map<String, String> types = new HashMap<>();

    H2DomainReader(H2Read read) {
        this.read = read;
    }

    /** The type that each domain stands for in the end, by its quoted name. */
    Map<String, String> read() throws SQLException {
        read.each(H2CatalogQueries.DOMAINS, row -> {
            ObjectId id = ObjectId.of(ObjectKind.TYPE, row.text("in_schema"), row.text("name"));
            String name = H2Names.quote(id);
            String type = H2ColumnType.ofDomain(row.text("text"));
            types.put(name, type);
            String definition = H2Tokens.afterName(row.text("text"), "DOMAIN");
            read.add(new OpaqueObject(
                    id,
                    definition,
                    List.of("CREATE DOMAIN " + name + " " + definition),
                    List.of("DROP DOMAIN " + name + " RESTRICT"),
                    List.of(
                            "ALTER DOMAIN " + name + set("DEFAULT", row.optional("given")),
                            "ALTER DOMAIN " + name + set("ON UPDATE", row.optional("on_update"))),
                    type,
                    H2Settings.of("DOMAIN " + name, row.textOrEmpty("remarks")),
                    Set.of(),
                    0));
        });
        read.each(H2CatalogQueries.DOMAIN_CONSTRAINTS, row -> {
            ObjectId domain = ObjectId.of(ObjectKind.TYPE, row.text("domain_schema"), row.text("domain"));
            ObjectId id = ObjectId.of(ObjectKind.CHECK, row.text("in_schema"), row.text("name"));
            String name = H2Names.quote(id);
            String definition =
                    H2Tokens.afterName(row.text("text"), "CONSTRAINT").replaceFirst("\\s+NOCHECK$", "");
            String alter = "ALTER DOMAIN " + H2Names.quote(domain);
            read.add(new OpaqueObject(
                    id,
                    definition,
                    List.of(alter + " ADD CONSTRAINT " + name + " " + definition),
                    List.of(alter + " DROP CONSTRAINT " + name),
                    List.of(),
                    "",
                    H2Settings.of("CONSTRAINT " + name, row.textOrEmpty("remarks")),
                    Set.of(domain),
                    0));
        });
        types.replaceAll((name, type) -> base(type));
        return types;
    }

    private static String set(String what, @Nullable String value) {
        return value == null ? " DROP " + what : " SET " + what + " " + value;
    }

    private String base(String type) {
        String known = types.get(type);
        return known == null ? type : base(known);
    }
}
