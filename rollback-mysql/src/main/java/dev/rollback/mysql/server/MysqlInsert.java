// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows into a relation, many with each statement; the caller's transaction is committed now and then. */
final class MysqlInsert implements AutoCloseable {
    private static final int ROWS_PER_STATEMENT = 1000;
    private static final int PARAMETERS_PER_STATEMENT = 8000;
    private static final long BYTES_PER_STATEMENT = 1_000_000;
    private static final int STATEMENTS_PER_COMMIT = 10;

    private final Connection writer;
    private final Relation copy;
    private final List<MysqlValue> columns;
    private final List<Object[]> waiting = new ArrayList<>();
    private final int most;
    private final PreparedStatement full;
    private long bytes;
    private int statements;

    /**
     * @param writer without auto-commit
     */
    MysqlInsert(Connection writer, Relation copy, List<MysqlValue> columns) throws SQLException {
        this.writer = writer;
        this.copy = copy;
        this.columns = columns;
        this.most = Math.max(1, Math.min(ROWS_PER_STATEMENT, PARAMETERS_PER_STATEMENT / columns.size()));
        this.full = writer.prepareStatement(insert(most));
    }

    /** A row, with a value for each column. */
    void add(Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bytes += columns.get(i).size(values[i]);
        }
        waiting.add(values);
        if (waiting.size() == most || bytes >= BYTES_PER_STATEMENT) {
            write();
        }
    }

    /** Writes what is left, and commits. */
    void end() throws SQLException {
        write();
        writer.commit();
    }

    @Override
    public void close() throws SQLException {
        full.close();
    }

    private void write() throws SQLException {
        if (waiting.size() == most) {
            write(full, waiting);
        } else if (!waiting.isEmpty()) {
            try (PreparedStatement rest = writer.prepareStatement(insert(waiting.size()))) {
                write(rest, waiting);
            }
        }
        waiting.clear();
        bytes = 0;
        if (++statements % STATEMENTS_PER_COMMIT == 0) {
            writer.commit();
        }
    }

    private void write(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        int parameter = 0;
        for (Object[] values : rows) {
            for (int i = 0; i < values.length; i++) {
                columns.get(i).set(statement, ++parameter, values[i]);
            }
        }
        statement.executeUpdate();
    }

    private String insert(int rows) {
        String names = columns.stream().map(c -> quote(c.name())).collect(Collectors.joining(", "));
        String row = columns.stream().map(MysqlValue::write).collect(Collectors.joining(", ", "(", ")"));
        return "INSERT INTO " + quote(copy) + " (" + names + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row));
    }
}
