// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Sessions;
import dev.rollback.internal.Store;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Restores every table of a backup beside the live ones, compares, and takes it all back. */
public final class Drill {
    private final Dialect dialect;
    private final Store store;
    private final Optional<CopiesBeside> beside;

    public Drill(Sessions sessions, Dialect dialect, Store store) {
        this.dialect = dialect;
        this.store = store;
        this.beside = dialect.stepwise().map(s -> new CopiesBeside(sessions, dialect, s));
    }

    public BackupCheck restore(Connection connection, Backup backup) throws SQLException {
        List<String> problems = new ArrayList<>();
        long restored = 0;
        dialect.server().beginRun(connection, Duration.ofSeconds(30));
        try (Statement statement = Queries.statement(connection)) {
            if (beside.isEmpty()) {
                execute(statement, dialect.ddl().createSchemaIfMissing(scratch()));
            }
            for (BackupTable stored : backup.tables()) {
                Table table = plain(backup.model().table(stored.table()).orElseThrow());
                Relation target = target(stored);
                drop(statement, target); // of a drill that was interrupted
                execute(statement, dialect.ddl().createTable(table, target));
                statement.execute(
                        dialect.rows().restore(table, new Relation(store.schema(), stored.storedAs()), target));
                try (ResultSet row = statement.executeQuery(dialect.rows().checksum(target, table.storedColumns()))) {
                    row.next();
                    restored += row.getLong(1);
                    if (row.getLong(1) != stored.rows() || !stored.checksum().equals(row.getString(2))) {
                        problems.add(
                                "Restored rows of " + stored.table().path() + " are not those that were captured.");
                    }
                }
                drop(statement, target);
            }
        } catch (SQLException | RuntimeException e) {
            beside.ifPresent(
                    b -> b.drop(backup.tables().stream().map(this::target).toList(), e));
            throw e;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new BackupCheck(backup.label(), true, backup.tables().size(), restored, problems);
    }

    /** A schema that is gone with its transaction, or tables of the backup schema that are dropped one by one. */
    private Relation target(BackupTable stored) {
        return beside.isEmpty()
                ? new Relation(scratch(), dialect.ddl().fit(stored.storedAs()))
                : new Relation(store.schema(), dialect.ddl().fit("drill_" + stored.storedAs()));
    }

    private String scratch() {
        return dialect.ddl().fit(store.schema() + "_drill");
    }

    private void drop(Statement statement, Relation target) throws SQLException {
        if (beside.isPresent()) {
            execute(statement, dialect.ddl().dropKept("table", target));
        }
    }

    private static void execute(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            statement.execute(sql);
        }
    }

    /** The old columns alone: types that the users made may have changed since, so their values stay text. */
    private static Table plain(Table table) {
        List<Column> columns = table.storedColumns().stream()
                .map(c -> new Column(
                        c.name(),
                        c.userType() ? "text" : c.type(),
                        false,
                        c.nullable(),
                        null,
                        null,
                        null,
                        null,
                        "",
                        c.nativeNo()))
                .toList();
        return new Table(table.id(), columns, "", null, null, null, List.of(), "", List.of(), java.util.Set.of(), 0, 0);
    }
}
