// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current row of a catalog query, by column name. */
final class PostgresRow {
    private final ResultSet row;

    PostgresRow(ResultSet row) {
        this.row = row;
    }

    /** @throws SQLException when there is none: the server prints nothing for what was dropped meanwhile */
    String text(String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new SQLTransactionRollbackException(
                    "the catalog changed while it was read: no " + column + ", run this again", "40001");
        }
        return text;
    }

    @Nullable
    String optional(String column) throws SQLException {
        return row.getString(column);
    }

    String textOrEmpty(String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** An oid or another number; 0 for null. */
    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** A text array; empty for null. */
    List<String> list(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
