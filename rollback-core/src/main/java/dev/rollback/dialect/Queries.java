// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Runs one query or statement of a dialect. */
public final class Queries {
    /**
     * Makes a value of the current row.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Row<T> {
        /** The value of the current row. */
        T of(ResultSet row) throws SQLException;
    }

    /** Takes the current row. */
    @FunctionalInterface
    public interface Handler {
        /** Takes the current row. */
        void accept(ResultSet row) throws SQLException;
    }

    private Queries() {}

    /** A statement in which nothing is taken for an escape of JDBC, such as a name in braces. */
    public static Statement statement(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    /** Hands each row on. Without values, nothing in the query is taken for a parameter or an escape of JDBC. */
    public static void each(Connection connection, String sql, Collection<?> values, Handler handler)
            throws SQLException {
        if (values.isEmpty()) {
            try (Statement statement = statement(connection)) {
                each(statement.executeQuery(sql), handler);
            }
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (Object value : values) {
                statement.setObject(++parameter, value);
            }
            each(statement.executeQuery(), handler);
        }
    }

    private static void each(ResultSet result, Handler handler) throws SQLException {
        try (result) {
            while (result.next()) {
                handler.accept(result);
            }
        }
    }

    /** A value of each row, in the order of the rows. */
    public static <T> List<T> list(Connection connection, String sql, Collection<?> values, Row<T> mapper)
            throws SQLException {
        List<T> found = new ArrayList<>();
        each(connection, sql, values, row -> found.add(mapper.of(row)));
        return found;
    }

    /** The first column of the first row; empty without one, and for NULL. */
    public static Optional<String> text(Connection connection, String sql, String... values) throws SQLException {
        return list(connection, sql, List.of(values), row -> Optional.ofNullable(row.getString(1))).stream()
                .findFirst()
                .flatMap(v -> v);
    }

    /** Runs a statement, in which nothing is taken for an escape of JDBC. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = statement(connection)) {
            statement.execute(sql);
        }
    }

    /** As many pairs of parameters as there are relations; a pair that no relation has without any. */
    public static String pairs(int relations) {
        return relations == 0 ? "('', '')" : String.join(", ", Collections.nCopies(relations, "(?, ?)"));
    }

    /** As many parameters as there are values; NULL without any. */
    public static String marks(int values) {
        return values == 0 ? "NULL" : String.join(", ", Collections.nCopies(values, "?"));
    }
}
