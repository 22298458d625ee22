// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current row of a catalog query, by column name. */
final class H2Row {
    private final ResultSet row;

    H2Row(ResultSet row) {
        this.row = row;
    }

    /** @throws SQLException when there is none */
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

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    boolean is(String column) throws SQLException {
        return row.getBoolean(column);
    }
}
