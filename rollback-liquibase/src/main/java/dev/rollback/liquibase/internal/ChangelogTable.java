// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.ClosingStep;
import dev.rollback.tool.ToolTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import liquibase.database.Database;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's table of change sets, and the one of its lock.
 *
 * @param quoted the table as it stands in SQL
 * @param escape what the product puts before quotes and backslashes in a text
 */
record ChangelogTable(String schema, String name, String lock, String quoted, UnaryOperator<String> escape) {
    static ChangelogTable of(Database database) {
        String schema = database.correctObjectName(
                database.supports(Schema.class)
                        ? database.getLiquibaseSchemaName()
                        : database.getLiquibaseCatalogName(),
                Schema.class);
        String name = database.getDatabaseChangeLogTableName();
        return new ChangelogTable(
                schema,
                database.correctObjectName(name, Table.class),
                database.correctObjectName(database.getDatabaseChangeLogLockTableName(), Table.class),
                database.escapeObjectName(schema, Schema.class) + "." + database.escapeObjectName(name, Table.class),
                database::escapeStringForDatabase);
    }

    /** As people write it. */
    String path() {
        return schema + "." + name;
    }

    /** As {@code Rollback.Builder.exclude} takes them. */
    String[] excluded() {
        return new String[] {excluded(name), excluded(lock)};
    }

    private String excluded(String table) {
        return "\"" + schema.replace("\"", "\"\"") + "\".\"" + table.replace("\"", "\"\"") + "\"";
    }

    /**
     * The rows in the order in which the change sets ran.
     *
     * @throws RollbackRefusedException when the table is not there, or not as Liquibase leaves it
     */
    List<ChangelogRow> read(Connection connection) {
        String query = "SELECT " + String.join(", ", ChangelogRow.COLUMNS) + " FROM " + quoted
                + " ORDER BY ORDEREXECUTED, DATEEXECUTED";
        List<ChangelogRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 1; i <= ChangelogRow.COLUMNS.size(); i++) {
                    values.add(row.getString(i));
                }
                rows.add(new ChangelogRow(values));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        refuseDoubles(rows);
        return rows;
    }

    private RuntimeException unreadable(SQLException e) {
        return switch (ToolTable.of(e)) {
            case MISSING ->
                new RollbackRefusedException("There is no table " + path()
                        + ": Liquibase has not run here, it was dropped, or Liquibase is configured for another one (name or"
                        + " schema of the changelog table). Nothing was changed. Without it nobody can tell change sets;"
                        + " Rollback.plan(label) still leads back to any backup.");
            case LACKING_COLUMNS ->
                new RollbackRefusedException("The table " + path()
                        + " lacks columns of Liquibase's: it was edited by hand, is of an older Liquibase that has not run since,"
                        + " or Liquibase is configured for another one. Nothing was changed.");
            case UNREADABLE ->
                new RollbackFailedException(
                        "The table " + path() + " cannot be read: " + e.getMessage() + " (SQLState " + e.getSQLState()
                                + ").",
                        "nothing was changed.",
                        "correct the cause and run the same again.",
                        e);
        };
    }

    private void refuseDoubles(List<ChangelogRow> rows) {
        Set<String> paths = new HashSet<>();
        Set<Integer> orders = new HashSet<>();
        List<String> doubles = rows.stream()
                .filter(r -> {
                    boolean known = !paths.add(r.path());
                    return !orders.add(r.order()) || known;
                })
                .map(r -> "The table " + path() + " was edited by hand: the change set " + r.path()
                        + " or its ORDEREXECUTED " + r.order() + " stands there twice. Nothing was changed.")
                .toList();
        if (!doubles.isEmpty()) {
            throw new RollbackRefusedException(doubles);
        }
    }

    /** Writes the rows as they were at a capture; the journal keeps what is taken out. */
    ClosingStep back(Since since) {
        List<String> sql = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ChangelogRow row : since.added()) {
            sql.add("DELETE FROM " + quoted + " WHERE " + is(row));
            words.add("taken out " + row.words());
        }
        since.rerun().forEach((now, then) -> {
            sql.add("UPDATE " + quoted + " SET "
                    + ChangelogRow.COLUMNS.stream()
                            .skip(3)
                            .filter(c -> !c.equals("TAG"))
                            .map(c -> c + " = " + literal(then.value(c)))
                            .collect(Collectors.joining(", "))
                    + " WHERE " + is(now));
            words.add("set back to its run before " + now.words());
        });
        List<ChangelogRow> rows = since.now();
        return new ClosingStep(
                schema,
                name,
                "Make pending again in " + path() + ": "
                        + since.taken().stream().map(ChangelogRow::path).collect(Collectors.joining(", ")) + ". Rows: "
                        + String.join("; ", words),
                sql,
                "SELECT CONCAT(COUNT(*), ' rows up to ', MAX(ORDEREXECUTED), ', sum ', SUM(ORDEREXECUTED)) FROM "
                        + quoted,
                rows.size() + " rows up to " + rows.get(rows.size() - 1).order() + ", sum "
                        + rows.stream().mapToLong(ChangelogRow::order).sum());
    }

    private String is(ChangelogRow row) {
        return "ID = " + literal(row.value("ID")) + " AND AUTHOR = " + literal(row.value("AUTHOR")) + " AND FILENAME = "
                + literal(row.value("FILENAME")) + " AND ORDEREXECUTED = " + row.order();
    }

    private String literal(@Nullable String value) {
        return value == null ? "NULL" : "'" + escape.apply(value) + "'";
    }
}
