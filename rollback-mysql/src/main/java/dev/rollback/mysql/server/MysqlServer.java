// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.ServerLocks;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.mysql.catalog.MysqlProduct;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What MySQL and MariaDB know about themselves. A schema is a database here. */
public final class MysqlServer implements Server {
    private final ServerLocks locks = new MysqlLocks();
    private static final Set<String> SYSTEM = Set.of("mysql", "sys", "information_schema", "performance_schema");
    private static final List<String> WRITE_IN_SPITE = List.of("SUPER", "CONNECTION_ADMIN");
    private static final List<String> WRITE_IN_SPITE_MARIADB = List.of("READ ONLY ADMIN", "READ_ONLY ADMIN");

    /** The server needs no settings. */
    public MysqlServer() {}

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Queries.text(connection, "SELECT database()");
    }

    @Override
    public boolean isSystemSchema(String schema) {
        return SYSTEM.contains(schema.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> existingSchemas(Connection connection, Collection<String> schemas) throws SQLException {
        return Queries.list(
                connection,
                MysqlServerQueries.EXISTING_SCHEMAS.formatted(Queries.marks(schemas.size())),
                schemas,
                row -> row.getString(1));
    }

    @Override
    public List<String> relations(Connection connection, String schema) throws SQLException {
        return Queries.list(connection, MysqlServerQueries.RELATIONS, List.of(schema), row -> row.getString(1));
    }

    /** A server that is read-only still lets administrators write, unless it is super_read_only. */
    @Override
    public Optional<String> whyReadOnly(Connection connection) throws SQLException {
        boolean mariaDb = MysqlProduct.of(connection.getMetaData()).mariaDb();
        String sql = mariaDb ? MysqlServerQueries.READ_ONLY_MARIADB : MysqlServerQueries.READ_ONLY;
        boolean[] is = Queries.list(connection, sql, List.of(), row -> new boolean[] {
                    row.getBoolean("read_only"),
                    row.getBoolean("super_read_only"),
                    row.getBoolean("innodb"),
                    row.getBoolean("session")
                })
                .get(0);
        if (is[1]) {
            return Optional.of("the server is read-only (super_read_only), as replicas are");
        }
        if (is[2]) {
            return Optional.of("the server is read-only (innodb_read_only)");
        }
        if (is[0]
                && (mariaDb ? WRITE_IN_SPITE_MARIADB : WRITE_IN_SPITE).stream().noneMatch(grants(connection)::has)) {
            return Optional.of("the server is read-only (read_only), as replicas are");
        }
        return is[3] ? Optional.of("the session is read-only (transaction_read_only)") : Optional.empty();
    }

    private static MysqlGrants grants(Connection connection) throws SQLException {
        return MysqlGrants.of(connection);
    }

    @Override
    public void beginSnapshot(Connection connection, Duration lockTimeout) throws SQLException {
        MysqlStepwise.limitWaits(connection, lockTimeout);
        connection.setAutoCommit(false);
        Queries.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        Queries.execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }

    @Override
    public void beginRun(Connection connection, Duration lockTimeout) throws SQLException {
        MysqlStepwise.limitWaits(connection, lockTimeout);
        connection.setAutoCommit(false);
    }

    @Override
    public ServerLocks locks() {
        return locks;
    }

    /** The server numbers its changes in the log of changes only, which few users may read. */
    @Override
    public String position(Connection connection) throws SQLException {
        return Queries.text(connection, MysqlServerQueries.POSITION).orElseThrow();
    }

    @Override
    public List<String> dependents(Connection connection, ObjectId table, String column) throws SQLException {
        return MysqlDependents.of(connection, table, column);
    }

    @Override
    public Map<ObjectId, Size> sizes(Connection connection, Collection<ObjectId> tables) throws SQLException {
        Map<ObjectId, Size> sizes = new HashMap<>();
        Queries.each(
                connection,
                MysqlServerQueries.SIZES.formatted(Queries.pairs(tables.size())),
                MysqlLocks.names(tables.stream().map(Relation::of).toList()),
                row -> sizes.put(
                        ObjectId.table(row.getString("schema"), row.getString("name")),
                        new Size(row.getLong("rows"), row.getLong("bytes"))));
        return sizes;
    }

    @Override
    public Map<String, Size> partitions(Connection connection, ObjectId table) throws SQLException {
        Map<String, Size> partitions = new LinkedHashMap<>();
        Queries.each(
                connection,
                MysqlServerQueries.PARTITIONS,
                List.of(table.schema(), table.name()),
                row -> partitions.put(row.getString("name"), new Size(row.getLong("rows"), row.getLong("bytes"))));
        return partitions;
    }

    @Override
    public List<Range> ranges(Connection connection, Relation relation, long rowsPerRange) throws SQLException {
        ObjectId table = ObjectId.table(relation.schema(), relation.name());
        Size size = sizes(connection, List.of(table)).getOrDefault(table, new Size(0, 0));
        return MysqlRanges.of(connection, relation, size, rowsPerRange);
    }

    @Override
    public List<String> missingPrivileges(Connection connection, Needs needs) throws SQLException {
        return MysqlRights.missing(connection, needs);
    }

    @Override
    public Optional<String> lookupMissesIndex(Connection connection, Constraint key) throws SQLException {
        return MysqlLookup.misses(connection, key);
    }
}
