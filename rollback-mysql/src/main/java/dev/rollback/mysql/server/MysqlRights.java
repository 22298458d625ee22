// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the current user lacks for an operation. */
final class MysqlRights {
    /** Without them the catalog hides objects, or what they say. */
    private static final List<String> SEEING = List.of("SHOW VIEW", "TRIGGER", "EVENT");

    private static final List<String> MAKING = List.of("CREATE", "DROP", "ALTER", "INSERT");
    private static final List<String> WRITING = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final List<String> CHANGING =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX");
    /** Any of them lets objects be made in the name of another user. */
    private static final List<String> FOR_OTHERS = List.of("SET USER", "SET_USER_ID", "SET_ANY_DEFINER", "SUPER");

    private final Connection connection;
    private final Needs needs;
    private final MysqlGrants grants;
    private final String user;
    private final Set<String> missing = new LinkedHashSet<>();

    private MysqlRights(Connection connection, Needs needs) throws SQLException {
        this.connection = connection;
        this.needs = needs;
        this.grants = MysqlGrants.of(connection);
        this.user = Queries.text(connection, "SELECT current_user()").orElse("");
    }

    static List<String> missing(Connection connection, Needs needs) throws SQLException {
        MysqlRights rights = new MysqlRights(connection, needs);
        rights.inSchemas();
        rights.onObjects();
        rights.onTables();
        rights.forOthers();
        return List.copyOf(rights.missing);
    }

    private void inSchemas() throws SQLException {
        Set<String> used = new HashSet<>(existing(needs.uses()));
        for (String schema : new TreeSet<>(needs.uses())) {
            if (used.contains(schema) || !grants.has("SHOW DATABASES")) {
                SEEING.forEach(p -> inSchema(p, schema));
            }
        }
        for (String schema : new TreeSet<>(needs.makesIn())) {
            if (!schema.isEmpty()) {
                MAKING.forEach(p -> inSchema(p, schema));
            }
        }
        needs.changes().stream().map(ObjectId::schema).sorted().forEach(schema -> inSchema("LOCK TABLES", schema));
        needs.makesTemporary().stream().sorted().forEach(schema -> inSchema("CREATE TEMPORARY TABLES", schema));
    }

    private void onObjects() {
        for (ObjectId object : new TreeSet<>(needs.makes())) {
            if (isRoutine(object)) {
                inSchema("CREATE ROUTINE", object.schema());
            } else if (object.kind() == ObjectKind.VIEW) {
                inSchema("CREATE VIEW", object.schema());
            }
        }
        for (ObjectId object : new TreeSet<>(needs.drops())) {
            if (isRoutine(object) && !grants.has("ALTER ROUTINE", object.schema(), object.name())) {
                missing.add("user " + user + " lacks ALTER ROUTINE on " + object);
            } else if (object.kind() == ObjectKind.VIEW && !grants.has("DROP", object.schema(), object.name())) {
                missing.add("user " + user + " lacks DROP on " + object);
            }
        }
    }

    private static boolean isRoutine(ObjectId object) {
        return object.kind() == ObjectKind.FUNCTION || object.kind() == ObjectKind.PROCEDURE;
    }

    private void inSchema(String privilege, String schema) {
        if (!grants.has(privilege, schema)) {
            missing.add("user " + user + " lacks " + privilege + " on schema " + schema);
        }
    }

    private List<String> existing(Collection<String> schemas) throws SQLException {
        return new MysqlServer().existingSchemas(connection, schemas);
    }

    /** A table that the user may do nothing with is not to be seen, like one that is not there. */
    private void onTables() throws SQLException {
        TreeSet<ObjectId> asked = new TreeSet<>();
        Stream.of(needs.reads(), needs.changes(), needs.writes(), needs.refersTo())
                .forEach(asked::addAll);
        Set<ObjectId> there = new TreeSet<>(
                tablesOf(asked.stream().map(ObjectId::schema).distinct().toList()));
        asked.retainAll(there);
        if (needs.isReadingAll()) {
            asked.addAll(tablesOf(needs.uses()));
        }
        asked.forEach(this::onTable);
    }

    private List<ObjectId> tablesOf(Collection<String> schemas) throws SQLException {
        String sql = """
                SELECT TABLE_SCHEMA, TABLE_NAME
                FROM information_schema.TABLES
                WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND TABLE_SCHEMA IN (%s)
                """;
        return Queries.list(
                connection,
                sql.formatted(Queries.marks(schemas.size())),
                schemas,
                row -> ObjectId.table(row.getString(1), row.getString(2)));
    }

    private void onTable(ObjectId table) {
        List<String> privileges = new ArrayList<>();
        if (needs.changes().contains(table)) {
            privileges.addAll(CHANGING);
        } else if (needs.writes().contains(table)) {
            privileges.addAll(WRITING);
        } else if (needs.reads().contains(table) || needs.isReadingAll()) {
            privileges.add("SELECT");
        }
        if (needs.refersTo().contains(table)) {
            privileges.add("REFERENCES");
        }
        for (String privilege : privileges) {
            if (!grants.has(privilege, table.schema(), table.name())) {
                missing.add(
                        "user " + user + " lacks " + privilege + " on table " + table.schema() + "." + table.name());
            }
        }
    }

    private void forOthers() {
        boolean may = FOR_OTHERS.stream().anyMatch(grants::has);
        needs.owned().forEach(owned -> {
            if (!may && !owned.owner().replace("`", "").equals(user)) {
                missing.add("user " + user + " lacks " + String.join(" or ", FOR_OTHERS) + " to make " + owned.object()
                        + ", which is defined by " + owned.owner());
            }
        });
    }
}
