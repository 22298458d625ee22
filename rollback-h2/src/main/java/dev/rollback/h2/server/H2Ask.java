// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

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

/** Runs one query or statement. */
final class H2Ask {
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private H2Ask() {}

    static <T> List<T> list(Connection connection, String sql, Collection<String> values, Row<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (String value : values) {
                statement.setString(++parameter, value);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.of(rows));
                }
            }
            return found;
        }
    }

    /** The first column of the first row; empty without one, and for NULL. */
    static Optional<String> text(Connection connection, String sql, String... values) throws SQLException {
        return list(connection, sql, List.of(values), row -> Optional.ofNullable(row.getString(1))).stream()
                .findFirst()
                .flatMap(v -> v);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** As many parameters as there are values; NULL without any. */
    static String marks(int values) {
        return values == 0 ? "NULL" : String.join(", ", Collections.nCopies(values, "?"));
    }
}
