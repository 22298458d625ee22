// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Grants on schemas, tables, views and columns. They belong to names: they outlive the object, and a new one with the name has
 * them. Those on routines are in tables that few users may read, and are left alone.
 */
final class MysqlPrivileges {
    /** What one account may do with one object. */
    private static final class Grants {
        private final TreeSet<String> privileges = new TreeSet<>();
        private boolean grantable;
    }

    private record Key(String schema, String name) {}

    private final Map<Key, TreeMap<String, Grants>> all = new HashMap<>();

    MysqlPrivileges(MysqlRead read) throws SQLException {
        read.each(MysqlCatalogQueries.PRIVILEGES, this::add);
    }

    private void add(MysqlRow row) throws SQLException {
        Grants grants = all.computeIfAbsent(new Key(row.text("schema"), row.text("name")), k -> new TreeMap<>())
                .computeIfAbsent(row.text("grantee"), k -> new Grants());
        String column = row.text("column");
        grants.privileges.add(row.text("privilege") + (column.isEmpty() ? "" : " (" + MysqlNames.quote(column) + ")"));
        grants.grantable |= row.text("grantable").equals("YES");
    }

    Setting of(ObjectId id) {
        boolean schema = id.kind() == ObjectKind.SCHEMA;
        TreeMap<String, Grants> grants = all.get(schema ? new Key(id.name(), "") : new Key(id.schema(), id.name()));
        String on = schema ? MysqlNames.quote(id.name()) + ".*" : MysqlNames.quote(id);
        return setting(grants, on);
    }

    /** A first grant makes sure that there is something to revoke. */
    private static Setting setting(@Nullable TreeMap<String, Grants> grants, String on) {
        List<String> lines = new ArrayList<>();
        List<String> apply = new ArrayList<>();
        Objects.requireNonNullElse(grants, new TreeMap<String, Grants>()).forEach((account, g) -> {
            String list = String.join(", ", g.privileges);
            String option = g.grantable ? " WITH GRANT OPTION" : "";
            lines.add(account + ": " + list + option);
            apply.add("GRANT SELECT ON " + on + " TO " + account + " WITH GRANT OPTION");
            apply.add("REVOKE ALL PRIVILEGES ON " + on + " FROM " + account);
            apply.add("REVOKE GRANT OPTION ON " + on + " FROM " + account);
            apply.add("GRANT " + list + " ON " + on + " TO " + account + option);
        });
        return new Setting("grants", String.join("\n", lines), apply, lines.isEmpty());
    }
}
