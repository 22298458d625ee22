// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.InTransaction;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Reads rows in one session and writes them in another, many at a time and never all at once. */
final class MysqlFill {
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

    MysqlFill(Connection snapshot, Connection writer, Relation live, Relation copy) throws SQLException {
        this.snapshot = snapshot;
        this.writer = writer;
        this.live = live;
        this.copy = copy;
        this.columns = Queries.list(
                writer,
                COLUMNS,
                List.of(live.schema(), live.name(), copy.schema(), copy.name()),
                row -> MysqlValue.of(row.getString("name"), row.getString("type")));
    }

    void run() throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        InTransaction.run(writer, this::copy);
    }

    private void copy() throws SQLException {
        try (MysqlInsert insert = new MysqlInsert(writer, copy, columns);
                Statement statement = streaming(snapshot);
                ResultSet rows = statement.executeQuery(select(columns, live))) {
            while (rows.next()) {
                insert.add(values(columns, rows));
            }
            insert.end();
        }
    }

    static String select(List<MysqlValue> columns, Relation live) {
        return "SELECT " + columns.stream().map(MysqlValue::read).collect(Collectors.joining(", ")) + " FROM "
                + quote(live) + " c";
    }

    static Object[] values(List<MysqlValue> columns, ResultSet row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).of(row, i + 1);
        }
        return values;
    }

    /** MySQL's driver reads row by row when told so in a way that JDBC does not allow, and that MariaDB's refuses. */
    static Statement streaming(Connection connection) throws SQLException {
        Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setEscapeProcessing(false);
        try {
            statement.setFetchSize(Integer.MIN_VALUE);
        } catch (SQLException refused) {
            statement.setFetchSize(ROWS_PER_FETCH);
        }
        return statement;
    }
}
