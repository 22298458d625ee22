// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Views. SHOW CREATE VIEW leaves the schema's name out where it is the session's own, so the query comes from the information
 * schema, which always qualifies; what stands before it is in SHOW CREATE VIEW alone.
 */
final class MysqlViewReader {
    private record View(String query, String checked, MysqlStored stored) {}

    private final MysqlRead read;
    private final MysqlPrivileges privileges;

    MysqlViewReader(MysqlRead read, MysqlPrivileges privileges) {
        this.read = read;
        this.privileges = privileges;
    }

    void read() throws SQLException {
        Map<ObjectId, View> views = new LinkedHashMap<>();
        read.each(MysqlCatalogQueries.VIEWS, row -> {
            ObjectId id = ObjectId.of(ObjectKind.VIEW, row.text("schema"), row.text("name"));
            MysqlStored stored = new MysqlStored(id.schema(), "", row.text("charset"), row.text("collation"), "", "");
            views.put(id, new View(row.text("text"), row.text("checked"), stored));
        });
        Map<ObjectId, MysqlShown> shown = read.show("VIEW", List.copyOf(views.keySet()));
        for (Map.Entry<ObjectId, View> view : views.entrySet()) {
            ObjectId id = view.getKey();
            read.add(view(
                    id, view.getValue(), Objects.requireNonNull(shown.get(id)).statement()));
        }
    }

    private OpaqueObject view(ObjectId id, View view, String shown) throws SQLException {
        if (view.query.isEmpty()) {
            throw new SQLException(
                    "the user may not see the definition of " + id + ": grant SHOW VIEW, and run this again",
                    "42000",
                    1142);
        }
        List<Token> tokens = MysqlTokens.of(shown);
        int word = 0;
        while (!tokens.get(word).is("VIEW")) {
            word++;
        }
        Token columns = tokens.get(word + 2);
        String text = shown.substring(0, tokens.get(word).end())
                + " " + MysqlNames.quote(id)
                + (columns.isGroup() ? " " + columns.text() : "")
                + " AS " + view.query
                + (view.checked.equals("NONE") ? "" : " WITH " + view.checked + " CHECK OPTION");
        return new OpaqueObject(
                id,
                view.stored.definition(text),
                view.stored.create(text, "", read.product()),
                List.of("DROP VIEW " + MysqlNames.quote(id)),
                view.stored.create(text.replaceFirst("^CREATE ", "CREATE OR REPLACE "), "", read.product()),
                "",
                new MysqlSettings().add(privileges.of(id)).sorted(),
                Set.of(),
                0);
    }
}
