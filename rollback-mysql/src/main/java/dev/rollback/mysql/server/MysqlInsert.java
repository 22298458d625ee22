// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes rows into a relation, many with each statement; the caller's transaction is committed now and then. */
final class MysqlInsert implements AutoCloseable {
    private static final int ROWS_PER_STATEMENT = 1000;
    private static final int PARAMETERS_PER_STATEMENT = 8000;
    private static final long BYTES_PER_STATEMENT = 1_000_000;
    private static final int STATEMENTS_PER_COMMIT = 10;
    /** Double quotes are those of names, until {@link #AS_BEFORE}. */
    private static final String ANSI_QUOTES =
            "SET @rollback_sql_mode = @@sql_mode, sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')";

    private static final String AS_BEFORE = "SET sql_mode = @rollback_sql_mode";

    private final Connection writer;
    private final Relation copy;
    private final List<MysqlValue> columns;
    private final List<Object[]> waiting = new ArrayList<>();
    private final int most;
    private final boolean ansi;
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
        this.ansi = hasBraces(copy, columns);
        if (ansi) {
            Queries.execute(writer, ANSI_QUOTES);
        }
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
        if (ansi) {
            Queries.execute(writer, AS_BEFORE);
        }
    }

    /** MySQL's driver takes braces for escapes of JDBC when it prepares a statement, in backticks too, in double quotes not. */
    private static boolean hasBraces(Relation copy, List<MysqlValue> columns) {
        return Stream.concat(
                        Stream.of(copy.schema(), copy.name()), columns.stream().map(MysqlValue::name))
                .anyMatch(name -> name.contains("{"));
    }

    private String quoted(String name) {
        return ansi ? '"' + name.replace("\"", "\"\"") + '"' : quote(name);
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
        String names = columns.stream().map(c -> quoted(c.name())).collect(Collectors.joining(", "));
        String row = columns.stream().map(MysqlValue::write).collect(Collectors.joining(", ", "(", ")"));
        return "INSERT INTO " + quoted(copy.schema()) + "." + quoted(copy.name()) + " (" + names + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row));
    }
}
