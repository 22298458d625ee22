// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.internal.Sessions;
import dev.rollback.internal.TableKeys;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Copies of rows where structure knows no transactions: made first, filled by a second session, dropped when something fails. */
final class CopiesBeside {
    private final Sessions sessions;
    private final Dialect dialect;
    private final Stepwise stepwise;

    CopiesBeside(Sessions sessions, Dialect dialect, Stepwise stepwise) {
        this.sessions = sessions;
        this.dialect = dialect;
        this.stepwise = stepwise;
    }

    void make(Connection connection, DatabaseModel model, Map<Table, Relation> copies, Duration lockTimeout)
            throws SQLException {
        stepwise.begin(connection, lockTimeout);
        try (Statement statement = Queries.statement(connection)) {
            for (Map.Entry<Table, Relation> copy : copies.entrySet()) {
                Table table = copy.getKey();
                for (String sql : dialect.rows()
                        .save(table, TableKeys.lookups(model, table), Relation.of(table.id()), copy.getValue())) {
                    statement.execute(sql);
                }
            }
        }
    }

    void fill(Connection snapshot, Table table, Relation live, Relation copy) throws SQLException {
        sessions.with(writer -> {
            stepwise.fill(snapshot, writer, table, live, copy);
            return copy;
        });
    }

    /** Removes what was made; what fails meanwhile is told with the failure that led here. */
    void drop(Collection<Relation> copies, Exception cause) {
        try {
            sessions.with(connection -> {
                try (Statement statement = Queries.statement(connection)) {
                    for (Relation copy : copies) {
                        for (String sql : dialect.ddl().dropKept("table", copy)) {
                            statement.execute(sql);
                        }
                    }
                }
                return copies;
            });
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
