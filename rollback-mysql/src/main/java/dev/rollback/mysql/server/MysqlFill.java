// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Reads rows in one session and writes them in another, many at a time and never all at once. */
final class MysqlFill {
    private static final int ROWS_PER_STATEMENT = 1000;
    private static final int PARAMETERS_PER_STATEMENT = 8000;
    private static final long BYTES_PER_STATEMENT = 1_000_000;
    private static final int STATEMENTS_PER_COMMIT = 10;
    private static final int ROWS_PER_FETCH = 1000;

    /** By schema and name of the live table and of the copy: what both have, as far as it is not computed in the copy. */
    private static final String COLUMNS = """
            SELECT c.COLUMN_NAME AS name, l.DATA_TYPE AS type
            FROM information_schema.COLUMNS c
            JOIN information_schema.COLUMNS l
              ON l.TABLE_SCHEMA = ? AND l.TABLE_NAME = ? AND l.COLUMN_NAME = c.COLUMN_NAME
            WHERE c.TABLE_SCHEMA = ? AND c.TABLE_NAME = ? AND coalesce(c.GENERATION_EXPRESSION, '') = ''
            ORDER BY c.ORDINAL_POSITION
            """;

    private final Connection snapshot;
    private final Connection writer;
    private final Relation live;
    private final Relation copy;
    private final List<MysqlValue> columns;
    private final List<Object[]> waiting = new ArrayList<>();
    private final int most;
    private long bytes;
    private int statements;

    MysqlFill(Connection snapshot, Connection writer, Relation live, Relation copy) throws SQLException {
        this.snapshot = snapshot;
        this.writer = writer;
        this.live = live;
        this.copy = copy;
        this.columns = MysqlAsk.list(
                writer,
                COLUMNS,
                List.of(live.schema(), live.name(), copy.schema(), copy.name()),
                row -> MysqlValue.of(row.getString("name"), row.getString("type")));
        this.most = Math.max(1, Math.min(ROWS_PER_STATEMENT, PARAMETERS_PER_STATEMENT / Math.max(1, columns.size())));
    }

    void run() throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        writer.setAutoCommit(false);
        try (PreparedStatement full = writer.prepareStatement(insert(most));
                Statement statement =
                        snapshot.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            stream(statement);
            try (ResultSet rows = statement.executeQuery("SELECT "
                    + columns.stream().map(MysqlValue::read).collect(Collectors.joining(", ")) + " FROM " + quote(live)
                    + " c")) {
                while (rows.next()) {
                    add(rows, full);
                }
            }
            write(full);
            writer.commit();
        } catch (SQLException e) {
            writer.rollback();
            throw e;
        } finally {
            writer.setAutoCommit(true);
        }
    }

    /** MySQL's driver reads row by row when told so in a way that JDBC does not allow, and that MariaDB's refuses. */
    private static void stream(Statement statement) throws SQLException {
        try {
            statement.setFetchSize(Integer.MIN_VALUE);
        } catch (SQLException refused) {
            statement.setFetchSize(ROWS_PER_FETCH);
        }
    }

    private void add(ResultSet rows, PreparedStatement full) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).of(rows, i + 1);
            bytes += columns.get(i).size(values[i]);
        }
        waiting.add(values);
        if (waiting.size() == most || bytes >= BYTES_PER_STATEMENT) {
            write(full);
        }
    }

    private void write(PreparedStatement full) throws SQLException {
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
