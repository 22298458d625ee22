// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the current role lacks for an operation. */
final class PostgresRights {
    private static final List<String> WRITING = List.of("SELECT", "INSERT", "UPDATE");

    private final Connection connection;
    private final Needs needs;
    private final List<String> missing = new ArrayList<>();

    private PostgresRights(Connection connection, Needs needs) {
        this.connection = connection;
        this.needs = needs;
    }

    static List<String> missing(Connection connection, Needs needs) throws SQLException {
        PostgresRights rights = new PostgresRights(connection, needs);
        rights.inSchemas();
        rights.onRelations();
        rights.ofRoles();
        return List.copyOf(rights.missing);
    }

    private void inSchemas() throws SQLException {
        TreeSet<String> schemas = new TreeSet<>(needs.makesIn());
        schemas.addAll(needs.uses());
        relations().forEach(r -> schemas.add(r.schema()));
        Queries.each(
                connection,
                PostgresServerQueries.SCHEMA_PRIVILEGES,
                List.of(connection.createArrayOf("text", schemas.toArray())),
                this::inSchema);
    }

    private void inSchema(ResultSet row) throws SQLException {
        String schema = row.getString("schema");
        String role = "role " + row.getString("role");
        boolean makes = needs.makesIn().contains(schema);
        if (!row.getBoolean("found")) {
            if (makes && !row.getBoolean("creates_schemas")) {
                missing.add(role + " lacks CREATE on database " + row.getString("database")
                        + (schema.isEmpty() ? "" : ", which schema " + schema + " needs"));
            }
            return;
        }
        if (!row.getBoolean("usage")) {
            missing.add(role + " lacks USAGE on schema " + schema);
        }
        if (makes && !row.getBoolean("creates")) {
            missing.add(role + " lacks CREATE on schema " + schema);
        }
    }

    private void onRelations() throws SQLException {
        List<Object> asked = new ArrayList<>(PostgresServer.names(
                connection, relations().distinct().map(Relation::of).toList()));
        asked.add(connection.createArrayOf("text", needs.uses().toArray()));
        asked.add(needs.isReadingAll());
        Queries.each(connection, PostgresServerQueries.RELATION_PRIVILEGES, asked, this::onRelation);
    }

    private void onRelation(ResultSet row) throws SQLException {
        ObjectId id = ObjectId.table(row.getString("schema"), row.getString("name"));
        String role = "role " + row.getString("role");
        boolean sequence = row.getBoolean("sequence");
        String relation = (sequence ? "sequence " : "table ") + row.getString("sql");
        if (needs.changes().contains(id) && !row.getBoolean("owned")) {
            missing.add(role + " is neither the owner of " + relation + " nor a member of role "
                    + row.getString("owner") + ", who is");
            return;
        }
        List<String> privileges = new ArrayList<>();
        if (needs.writes().contains(id)) {
            privileges.addAll(WRITING);
        } else if (needs.reads().contains(id) || sequence || needs.isReadingAll()) {
            privileges.add("SELECT");
        }
        if (needs.refersTo().contains(id)) {
            privileges.add("REFERENCES");
        }
        for (String privilege : privileges) {
            if (!row.getBoolean(privilege)) {
                missing.add(role + " lacks " + privilege + " on " + relation);
            }
        }
        if (!privileges.isEmpty() && row.getBoolean("row_security")) {
            missing.add(role + " lacks BYPASSRLS: row security hides rows of " + relation + " from it");
        }
    }

    private Stream<ObjectId> relations() {
        return Stream.of(needs.reads(), needs.changes(), needs.writes(), needs.refersTo())
                .flatMap(Collection::stream);
    }

    private void ofRoles() throws SQLException {
        List<Needs.Owned> owned = needs.owned();
        Object[] names = owned.stream().map(Needs.Owned::owner).toArray();
        Queries.each(
                connection,
                PostgresServerQueries.FOREIGN_ROLES,
                List.of(connection.createArrayOf("text", names)),
                row -> {
                    Needs.Owned one = owned.get(row.getInt("no") - 1);
                    missing.add(
                            row.getBoolean("gone")
                                    ? "there is no role " + one.owner() + ", who owned " + one.object()
                                    : "role " + row.getString("role") + " is no member of role " + one.owner()
                                            + ", who owns " + one.object());
                });
    }
}
