// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.ClosingStep;
import dev.rollback.tool.ToolTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's history table.
 *
 * @param quote what the product puts around names
 */
record HistoryTable(String schema, String name, String quote) {
    static HistoryTable of(Configuration flyway, Connection connection) throws SQLException {
        String schema = flyway.getDefaultSchema();
        if (schema == null && flyway.getSchemas().length > 0) {
            schema = flyway.getSchemas()[0];
        }
        return new HistoryTable(
                schema == null ? current(connection) : schema,
                flyway.getTable(),
                connection.getMetaData().getIdentifierQuoteString().strip());
    }

    /** Some products call it a catalog. */
    private static String current(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? String.valueOf(connection.getCatalog()) : schema;
    }

    /** As people write it. */
    String path() {
        return schema + "." + name;
    }

    /** As {@code Rollback.Builder.exclude} takes it. */
    String excluded() {
        return "\"" + schema.replace("\"", "\"\"") + "\".\"" + name.replace("\"", "\"\"") + "\"";
    }

    /**
     * @throws RollbackRefusedException when it is not there, or not Flyway's
     */
    History read(Connection connection) {
        String query = """
                SELECT %s, %s, %s, %s, %s, %s FROM %s WHERE %s ORDER BY %s""".formatted(
                        quoted("installed_rank"),
                        quoted("version"),
                        quoted("description"),
                        quoted("type"),
                        quoted("script"),
                        quoted("success"),
                        quotedPath(),
                        counting(),
                        quoted("installed_rank"));
        List<HistoryRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(new HistoryRow(
                        row.getInt(1),
                        version(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6)));
            }
        } catch (FlywayException e) {
            throw new RollbackRefusedException("The history table " + path() + " was edited by hand: " + e.getMessage()
                    + ". Correct the row first; nothing was changed.");
        } catch (SQLException e) {
            throw unreadable(e);
        }
        refuseUnknown(rows);
        return new History(rows);
    }

    private static @Nullable MigrationVersion version(@Nullable String text) {
        return text == null ? null : MigrationVersion.fromVersion(text);
    }

    private RuntimeException unreadable(SQLException e) {
        return switch (ToolTable.of(e)) {
            case MISSING ->
                new RollbackRefusedException("There is no history table " + path()
                        + ": Flyway has not run here, it was dropped, or Flyway is configured for another one"
                        + " (flyway.table, flyway.defaultSchema). Nothing was changed. Without it nobody can tell versions;"
                        + " Rollback.plan(label) still leads back to any backup.");
            case LACKING_COLUMNS ->
                new RollbackRefusedException("The table " + path()
                        + " is no history of Flyway: columns are missing. It was edited by hand, or Flyway is configured for"
                        + " another one (flyway.table, flyway.defaultSchema). Nothing was changed.");
            case UNREADABLE ->
                new RollbackFailedException(
                        "The history table " + path() + " cannot be read: " + e.getMessage() + " (SQLState "
                                + e.getSQLState() + ").",
                        "nothing was changed.",
                        "correct the cause and run the same again.",
                        e);
        };
    }

    private void refuseUnknown(List<HistoryRow> rows) {
        List<String> undone = rows.stream()
                .filter(HistoryRow::isUndo)
                .map(r -> "Row " + r.rank() + " of " + path() + " is of type " + r.type()
                        + ", which the community edition of Flyway cannot read. Nothing was changed.")
                .toList();
        if (!undone.isEmpty()) {
            throw new RollbackRefusedException(undone);
        }
    }

    /** Appends a DELETE row for each of these rows, so that the versions are pending again; nothing is taken away. */
    ClosingStep takingOut(List<HistoryRow> taken, History history) {
        return new ClosingStep(
                schema,
                name,
                "Mark as deleted in " + path() + ": "
                        + taken.stream().map(HistoryRow::words).collect(Collectors.joining(", ")),
                taken.stream().map(this::delete).toList(),
                "SELECT CONCAT(COUNT(*), ' rows up to ', MAX(" + quoted("installed_rank") + ")) FROM " + quotedPath()
                        + " WHERE " + counting(),
                history.rows().size() + " rows up to " + history.lastRank());
    }

    private String delete(HistoryRow row) {
        String sql = """
                INSERT INTO {history} ({installed_rank}, {version}, {description}, {type}, {script}, {checksum},
                    {installed_by}, {execution_time}, {success})
                SELECT (SELECT MAX(m.{installed_rank}) FROM {history} m) + 1, h.{version}, h.{description}, 'DELETE',
                    h.{script}, h.{checksum}, CURRENT_USER, 0, TRUE
                FROM {history} h
                WHERE h.{installed_rank} = {rank} AND NOT EXISTS (
                    SELECT 1 FROM {history} d
                    WHERE d.{type} = 'DELETE' AND d.{installed_rank} > {rank} AND (d.{version} = h.{version}
                        OR d.{version} IS NULL AND h.{version} IS NULL AND d.{description} = h.{description}))""";
        for (String column : List.of(
                "installed_rank",
                "version",
                "description",
                "type",
                "script",
                "checksum",
                "installed_by",
                "execution_time",
                "success")) {
            sql = sql.replace("{" + column + "}", quoted(column));
        }
        return sql.replace("{history}", quotedPath()).replace("{rank}", String.valueOf(row.rank()));
    }

    /** Where a table cannot be made without a row, Flyway writes one that it never reads. */
    private String counting() {
        return quoted("installed_rank") + " >= 0";
    }

    private String quotedPath() {
        return quoted(schema) + "." + quoted(name);
    }

    /** A table as it stands in SQL. */
    String quotedPath(ObjectId table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    /** A name as it stands in SQL. */
    String quoted(String word) {
        return quote + Objects.requireNonNull(word).replace(quote, quote + quote) + quote;
    }
}
