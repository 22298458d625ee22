// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.capture.Backup;
import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.Session;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL knows about itself. */
public final class PostgresServer implements Server {

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return text(connection, "SELECT current_schema()");
    }

    /** The manual reserves all names that begin with pg_. */
    @Override
    public boolean isSystemSchema(String schema) {
        return schema.startsWith("pg_") || schema.equals("information_schema");
    }

    @Override
    public List<String> existingSchemas(Connection connection, Collection<String> schemas) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.EXISTING_SCHEMAS)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return List.copyOf(found);
        }
    }

    @Override
    public List<String> relations(Connection connection, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.RELATIONS)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    @Override
    public Optional<String> whyReadOnly(Connection connection) throws SQLException {
        return text(connection, PostgresServerQueries.READ_ONLY);
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
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public boolean tryLock(Connection connection, String backupSchema) throws SQLException {
        return PostgresLocks.tryLock(connection, backupSchema);
    }

    @Override
    public void unlock(Connection connection, String backupSchema) throws SQLException {
        PostgresLocks.unlock(connection, backupSchema);
    }

    @Override
    public Optional<Session> lockHolder(Connection connection, String backupSchema) throws SQLException {
        return PostgresLocks.holder(connection, backupSchema);
    }

    @Override
    public void lock(Connection connection, Collection<Relation> relations, LockLevel level, boolean queue)
            throws SQLException {
        PostgresLocks.take(connection, relations, level, queue);
    }

    @Override
    public List<Session> blockers(Connection connection, Collection<Relation> relations, LockLevel level)
            throws SQLException {
        return PostgresLocks.blockers(connection, relations, level);
    }

    @Override
    public String position(Connection connection) throws SQLException {
        return text(connection, PostgresServerQueries.POSITION).orElseThrow();
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
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.DEPENDENTS)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            statement.setString(3, column);
            statement.setString(4, table.schema());
            statement.setString(5, table.name());
            statement.setString(6, column);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    @Override
    public Map<ObjectId, Size> sizes(Connection connection, Collection<ObjectId> tables) throws SQLException {
        Map<ObjectId, Size> sizes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.SIZES)) {
            setNames(statement, tables);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sizes.put(
                            ObjectId.table(rows.getString("schema"), rows.getString("name")),
                            new Size(rows.getLong("rows"), rows.getLong("bytes")));
                }
            }
        }
        return sizes;
    }

    @Override
    public Map<String, Size> partitions(Connection connection, ObjectId table) throws SQLException {
        Map<String, Size> partitions = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PostgresServerQueries.PARTITIONS)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    partitions.put(rows.getString("name"), new Size(rows.getLong("rows"), rows.getLong("bytes")));
                }
            }
        }
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

    /** Schemas and names of tables as the first two parameters. */
    static void setNames(PreparedStatement statement, Collection<ObjectId> tables) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", tables.stream().map(ObjectId::schema).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", tables.stream().map(ObjectId::name).toArray()));
    }

    private static Optional<String> text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
