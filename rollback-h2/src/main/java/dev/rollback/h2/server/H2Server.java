// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.ServerLocks;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What H2 knows about itself. */
public final class H2Server implements Server {
    private final ServerLocks locks = new H2Locks();
    private static final List<String> SYSTEM = List.of("INFORMATION_SCHEMA", "PG_CATALOG");

    /** The server needs no settings. */
    public H2Server() {}

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Queries.text(connection, "SELECT CURRENT_SCHEMA");
    }

    @Override
    public boolean isSystemSchema(String schema) {
        return SYSTEM.stream().anyMatch(schema::equalsIgnoreCase);
    }

    @Override
    public List<String> existingSchemas(Connection connection, Collection<String> schemas) throws SQLException {
        return Queries.list(
                connection,
                H2ServerQueries.EXISTING_SCHEMAS.formatted(Queries.marks(schemas.size())),
                schemas,
                row -> row.getString(1));
    }

    @Override
    public List<String> relations(Connection connection, String schema) throws SQLException {
        return Queries.list(connection, H2ServerQueries.RELATIONS, List.of(schema), row -> row.getString(1));
    }

    @Override
    public Optional<String> whyReadOnly(Connection connection) throws SQLException {
        boolean readOnly =
                Queries.text(connection, "SELECT READONLY()").orElseThrow().equals("TRUE");
        return readOnly ? Optional.of("the database is open read-only, as by ACCESS_MODE_DATA=r") : Optional.empty();
    }

    @Override
    public void beginSnapshot(Connection connection, Duration lockTimeout) throws SQLException {
        H2Stepwise.limitWaits(connection, lockTimeout);
        H2Session.isolate(connection, "SNAPSHOT");
        connection.setAutoCommit(false);
    }

    @Override
    public void beginRun(Connection connection, Duration lockTimeout) throws SQLException {
        H2Stepwise.limitWaits(connection, lockTimeout);
        connection.setAutoCommit(false);
    }

    @Override
    public ServerLocks locks() {
        return locks;
    }

    /** H2 does not number its changes. */
    @Override
    public String position(Connection connection) throws SQLException {
        return Queries.text(connection, H2ServerQueries.POSITION).orElseThrow();
    }

    @Override
    public List<String> dependents(Connection connection, ObjectId table, String column) throws SQLException {
        String quoted = H2Names.quote(column);
        return Queries.list(
                connection,
                H2ServerQueries.DEPENDENTS,
                List.of(
                        H2Names.quote(table),
                        quoted,
                        table.schema(),
                        table.name(),
                        quoted,
                        table.schema(),
                        table.name(),
                        column),
                row -> row.getString(1));
    }

    /** H2 knows the number of rows; how much room they take would have to be read. */
    @Override
    public Map<ObjectId, Size> sizes(Connection connection, Collection<ObjectId> tables) throws SQLException {
        Map<ObjectId, Size> sizes = new HashMap<>();
        Set<String> schemas = new TreeSet<>();
        tables.forEach(t -> schemas.add(t.schema()));
        Queries.each(
                connection,
                H2ServerQueries.SIZES.formatted(Queries.marks(schemas.size())),
                schemas,
                row -> sizes.put(
                        ObjectId.table(row.getString("in_schema"), row.getString("name")),
                        new Size(Math.max(0, row.getLong("estimate")), 0)));
        sizes.keySet().retainAll(tables);
        return sizes;
    }

    @Override
    public Map<String, Size> partitions(Connection connection, ObjectId table) {
        return Map.of();
    }

    /** One: a database that is one file or none is read in one go. */
    @Override
    public List<Range> ranges(Connection connection, Relation relation, long rowsPerRange) throws SQLException {
        ObjectId table = ObjectId.table(relation.schema(), relation.name());
        Size size = sizes(connection, List.of(table)).getOrDefault(table, new Size(0, 0));
        return List.of(new Range(H2Names.quote(relation), "TRUE", size.rows()));
    }

    /** Definitions, sessions and exclusive mode are for administrators, who may do everything else too. */
    @Override
    public List<String> missingPrivileges(Connection connection, Needs needs) throws SQLException {
        boolean admin = Queries.text(connection, H2ServerQueries.ADMIN).isPresent();
        String user = Queries.text(connection, "SELECT CURRENT_USER").orElse("");
        return admin
                ? List.of()
                : List.of("user " + user
                        + " is no administrator (ADMIN), to whom alone H2 tells definitions and gives exclusive mode");
    }

    @Override
    public Optional<String> lookupMissesIndex(Connection connection, Constraint key) throws SQLException {
        boolean indexed = Queries.text(
                        connection,
                        H2ServerQueries.KEY_INDEX,
                        key.id().schema(),
                        key.id().name())
                .isPresent();
        return indexed ? Optional.empty() : Optional.of("there is no index of such a key");
    }
}
