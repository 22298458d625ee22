// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.StepKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns that an undo script makes anew. Where it leaves all of them without a value of their own, the values come back from the
 * backup by key, as the derived plan would have brought them; what the script has worked out stays.
 *
 * @param lost columns of the snapshot that are not there before the scripts run
 */
record Refill(Backup backup, HistoryTable names, String backupSchema, List<Lost> lost, String obstacle) {

    /** A column whose values only the backup has. */
    record Lost(BackupTable table, Column column, List<String> key) {}

    /** Looks before the scripts run. */
    static Refill of(
            Connection connection, Backup backup, HistoryTable names, String backupSchema, RollbackPlan derived)
            throws SQLException {
        List<Lost> lost = new ArrayList<>();
        String obstacle = derived.steps().stream().anyMatch(s -> s.kind() == StepKind.RENAME)
                ? "something was renamed, which the derived plan takes back exactly"
                : "";
        DatabaseModel model = backup.model();
        for (BackupTable table : backup.tables()) {
            Set<String> live = columns(connection, table.table());
            List<String> missing =
                    table.columns().stream().filter(c -> !live.contains(c)).toList();
            if (live.isEmpty()) {
                obstacle = table.table().path() + " is gone, and comes back with its rows from the backup";
            } else if (!missing.isEmpty()) {
                List<String> key = key(model, table.table());
                if (key.isEmpty() || !live.containsAll(key)) {
                    obstacle =
                            "values of " + table.table().path() + " come back from the backup, and it has no key left";
                } else if (model.partsOf(table.table()).stream().anyMatch(o -> o.id().kind() == ObjectKind.TRIGGER)) {
                    obstacle = "values of " + table.table().path()
                            + " come back from the backup, and its triggers would fire";
                } else if (!backup.provider().equals("schema")) {
                    obstacle = "values of " + table.table().path() + " come back from a backup in files";
                }
                if (hasOneRow(connection, names.quotedPath(table.table()))) {
                    obstacle = table.table().path()
                            + " has one row, where nobody can tell a value that a script works out from a default";
                }
                for (String column : missing) {
                    model.table(table.table())
                            .flatMap(t -> t.column(column))
                            .ifPresent(c -> lost.add(new Lost(table, c, key)));
                }
            }
        }
        return new Refill(backup, names, backupSchema, List.copyOf(lost), obstacle);
    }

    private static List<String> key(DatabaseModel model, ObjectId table) {
        return model.all(Constraint.class)
                .filter(c ->
                        c.id().kind() == ObjectKind.PRIMARY_KEY && c.table().equals(table))
                .map(Constraint::columns)
                .findFirst()
                .orElse(List.of());
    }

    private static Set<String> columns(Connection connection, ObjectId table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ?""")) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    /** Looks after the scripts have run: one step for each column that they left without values. */
    List<ClosingStep> steps(Connection connection) throws SQLException {
        List<ClosingStep> steps = new ArrayList<>();
        for (Lost one : lost) {
            ObjectId table = one.table().table();
            boolean made = columns(connection, table).contains(one.column().name());
            if (made && isWithoutValues(connection, one)) {
                steps.add(new ClosingStep(
                        table.schema(),
                        table.name(),
                        "Values of " + one.column().name() + " of " + table.path()
                                + " from the backup, as the undo script left none or the same in all rows",
                        List.of(fill(one)),
                        "",
                        ""));
            }
        }
        return steps;
    }

    private static boolean hasOneRow(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1) == 1;
        }
    }

    /** A default, the same in all rows, is no value either. They are compared as texts, as not every type can be compared. */
    private boolean isWithoutValues(Connection connection, Lost one) throws SQLException {
        String counts = "COUNT({column}), COUNT(DISTINCT CONCAT({column}, '')), COUNT(*)"
                .replace("{column}", names.quoted(one.column().name()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + counts + " FROM "
                        + names.quotedPath(one.table().table()))) {
            row.next();
            long all = row.getLong(3);
            boolean same = row.getLong(2) == 1 && row.getLong(1) == all;
            return row.getLong(1) == 0 || same && all > 1;
        }
    }

    private String fill(Lost one) {
        String table = names.quotedPath(one.table().table());
        String saved =
                names.quoted(backupSchema) + "." + names.quoted(one.table().storedAs()) + " b";
        String match = one.key().stream()
                .map(k -> "b." + names.quoted(k) + " = " + table + "." + names.quoted(k))
                .collect(Collectors.joining(" AND "));
        String column = names.quoted(one.column().name());
        return """
                UPDATE %s SET %s = (SELECT b.%s FROM %s WHERE %s)
                WHERE EXISTS (SELECT 1 FROM %s WHERE %s)""".formatted(table, column, column, saved, match, saved, match);
    }

    /** Why scripts had better not run; empty when they may. */
    Optional<String> whyNot() {
        return obstacle.isEmpty() ? Optional.empty() : Optional.of(obstacle);
    }
}
