// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Grants on schemas, tables, views and columns, which belong to names: they outlive the object, and a new one with the name has
 * them. Those on routines are in a table that few users may read; where it is closed they are left alone.
 */
final class MysqlPrivileges {
    private static final int TABLE_ACCESS_DENIED = 1142;

    /** What one account may do with one object. */
    private static final class Grants {
        private final TreeSet<String> privileges = new TreeSet<>();
        private boolean grantable;
    }

    /** @param kind of a routine, as in {@code PROCEDURE}; empty for others */
    private record Key(String kind, String schema, String name) {}

    private final Map<Key, TreeMap<String, Grants>> all = new HashMap<>();
    private final boolean knowsRoutines;

    MysqlPrivileges(MysqlRead read) throws SQLException {
        read.each(MysqlCatalogQueries.PRIVILEGES, this::add);
        knowsRoutines = readRoutines(read);
    }

    private boolean readRoutines(MysqlRead read) throws SQLException {
        try {
            read.each(MysqlCatalogQueries.ROUTINE_PRIVILEGES, this::addRoutine);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == TABLE_ACCESS_DENIED) {
                return false;
            }
            throw e;
        }
    }

    private void add(CatalogRow row) throws SQLException {
        Grants grants = grants(row, "");
        String column = row.text("column");
        grants.privileges.add(row.text("privilege") + (column.isEmpty() ? "" : " (" + MysqlNames.quote(column) + ")"));
        grants.grantable |= row.text("grantable").equals("YES");
    }

    private void addRoutine(CatalogRow row) throws SQLException {
        Grants grants = grants(row, row.text("kind"));
        for (String privilege : row.text("privileges").split(",")) {
            if (privilege.equals("Grant")) {
                grants.grantable = true;
            } else {
                grants.privileges.add(privilege.toUpperCase(Locale.ROOT));
            }
        }
    }

    private Grants grants(CatalogRow row, String kind) throws SQLException {
        return all.computeIfAbsent(
                        new Key(kind, row.text("schema"), name(kind, row.text("name"))), k -> new TreeMap<>())
                .computeIfAbsent(row.text("grantee"), k -> new Grants());
    }

    /** The server keeps names of routines in lower case here. */
    private static String name(String kind, String name) {
        return kind.isEmpty() ? name : name.toLowerCase(Locale.ROOT);
    }

    Setting of(ObjectId id) {
        boolean schema = id.kind() == ObjectKind.SCHEMA;
        Key key = schema ? new Key("", id.name(), "") : new Key("", id.schema(), id.name());
        String on = schema ? MysqlNames.quote(id.name()) + ".*" : MysqlNames.quote(id);
        String grantees = schema
                ? MysqlCatalogQueries.GRANTEES_OF_SCHEMA.formatted(MysqlNames.literal(key.schema))
                : MysqlCatalogQueries.GRANTEES_OF_TABLE.formatted(
                        MysqlNames.literal(key.schema), MysqlNames.literal(key.name));
        return setting(all.get(key), on, "SELECT", grantees, true);
    }

    /** @param kind as in {@code PROCEDURE} */
    List<Setting> ofRoutine(String kind, ObjectId id) {
        if (!knowsRoutines) {
            return List.of();
        }
        Key key = new Key(kind, id.schema(), name(kind, id.name()));
        String grantees = MysqlCatalogQueries.GRANTEES_OF_ROUTINE.formatted(
                MysqlNames.literal(key.schema), MysqlNames.literal(key.name), MysqlNames.literal(kind));
        return List.of(setting(all.get(key), kind + " " + MysqlNames.quote(id), "EXECUTE", grantees, false));
    }

    private static Setting setting(
            @Nullable TreeMap<String, Grants> grants, String on, String any, String grantees, boolean named) {
        List<String> lines = new ArrayList<>();
        List<String> apply = new ArrayList<>(revokeAll(on, any, grantees));
        Objects.requireNonNullElse(grants, new TreeMap<String, Grants>()).forEach((account, g) -> {
            String list = g.privileges.isEmpty() ? "USAGE" : String.join(", ", g.privileges);
            String option = g.grantable ? " WITH GRANT OPTION" : "";
            lines.add(account + ": " + list + option);
            apply.add("GRANT " + list + " ON " + on + " TO " + account + option);
        });
        return new Setting("grants", String.join("\n", lines), apply, lines.isEmpty(), named);
    }

    /** From all who have any; a first grant makes sure that there is something to revoke. */
    private static List<String> revokeAll(String on, String any, String grantees) {
        List<String> statements = new ArrayList<>();
        statements.add("SET @rollback_grantees = (SELECT group_concat(DISTINCT g.grantee SEPARATOR ', ') FROM ("
                + grantees + ") g)");
        for (String around : List.of(
                "GRANT " + any + " ON " + on + " TO \n WITH GRANT OPTION",
                "REVOKE ALL PRIVILEGES ON " + on + " FROM \n",
                "REVOKE GRANT OPTION ON " + on + " FROM \n")) {
            int at = around.lastIndexOf('\n');
            statements.add("SET @rollback_grants = coalesce(concat(" + MysqlNames.literal(around.substring(0, at))
                    + ", @rollback_grantees, " + MysqlNames.literal(around.substring(at + 1)) + "), 'DO 0')");
            statements.add("PREPARE rollback_grants FROM @rollback_grants");
            statements.add("EXECUTE rollback_grants");
        }
        statements.add("DEALLOCATE PREPARE rollback_grants");
        return statements;
    }
}
