// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.capture.Backup;
import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.ServerLocks;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL knows about itself. */
public final class PostgresServer implements Server {
    private final ServerLocks locks = new PostgresLocks();

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Queries.text(connection, "SELECT current_schema()");
    }

    /** The manual reserves all names that begin with pg_. */
    @Override
    public boolean isSystemSchema(String schema) {
        return schema.startsWith("pg_") || schema.equals("information_schema");
    }

    @Override
    public List<String> existingSchemas(Connection connection, Collection<String> schemas) throws SQLException {
        return Queries.list(
                connection,
                PostgresServerQueries.EXISTING_SCHEMAS,
                List.of(connection.createArrayOf("text", schemas.toArray())),
                row -> row.getString(1));
    }

    @Override
    public List<String> relations(Connection connection, String schema) throws SQLException {
        return Queries.list(connection, PostgresServerQueries.RELATIONS, List.of(schema), row -> row.getString(1));
    }

    @Override
    public Optional<String> whyReadOnly(Connection connection) throws SQLException {
        return Queries.text(connection, PostgresServerQueries.READ_ONLY);
    }

    @Override
    public void beginSnapshot(Connection connection, Duration lockTimeout) throws SQLException {
        begin(
                connection,
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "SET LOCAL lock_timeout = " + Math.max(1, lockTimeout.toMillis()));
    }

    @Override
    public void beginRun(Connection connection, Duration lockTimeout) throws SQLException {
        begin(
                connection,
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET LOCAL lock_timeout = " + Math.max(1, lockTimeout.toMillis()),
                "SET LOCAL statement_timeout = 0",
                "SET LOCAL idle_in_transaction_session_timeout = 0");
    }

    private static void begin(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        for (String sql : statements) {
            Queries.execute(connection, sql);
        }
    }

    @Override
    public ServerLocks locks() {
        return locks;
    }

    @Override
    public String position(Connection connection) throws SQLException {
        return Queries.text(connection, PostgresServerQueries.POSITION).orElseThrow();
    }

    @Override
    public String writtenByMigration(Connection connection, Backup backup, DatabaseModel live, List<String> ownRuns)
            throws SQLException {
        return PostgresWriters.condition(connection, backup, live, ownRuns);
    }

    @Override
    public String writtenBefore(String position) {
        return PostgresWriters.before(position);
    }

    @Override
    public List<String> dependents(Connection connection, ObjectId table, String column) throws SQLException {
        return Queries.list(
                connection,
                PostgresServerQueries.DEPENDENTS,
                List.of(table.schema(), table.name(), column, table.schema(), table.name(), column),
                row -> row.getString(1));
    }

    @Override
    public Map<ObjectId, Size> sizes(Connection connection, Collection<ObjectId> tables) throws SQLException {
        Map<ObjectId, Size> sizes = new HashMap<>();
        Queries.each(
                connection,
                PostgresServerQueries.SIZES,
                names(connection, tables.stream().map(Relation::of).toList()),
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
                PostgresServerQueries.PARTITIONS,
                List.of(table.schema(), table.name()),
                row -> partitions.put(row.getString("name"), new Size(row.getLong("rows"), row.getLong("bytes"))));
        return partitions;
    }

    @Override
    public List<Range> ranges(Connection connection, Relation relation, long rowsPerRange) throws SQLException {
        return PostgresRanges.of(connection, relation, rowsPerRange);
    }

    @Override
    public List<String> missingPrivileges(Connection connection, Needs needs) throws SQLException {
        return PostgresRights.missing(connection, needs);
    }

    @Override
    public Optional<String> lookupMissesIndex(Connection connection, Constraint key) throws SQLException {
        return PostgresLookup.misses(connection, key);
    }

    /** Schemas and names of relations as two parameters. */
    static List<Array> names(Connection connection, Collection<Relation> relations) throws SQLException {
        return List.of(
                connection.createArrayOf(
                        "text", relations.stream().map(Relation::schema).toArray()),
                connection.createArrayOf(
                        "text", relations.stream().map(Relation::name).toArray()));
    }
}
