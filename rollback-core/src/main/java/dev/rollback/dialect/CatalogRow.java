// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current row of a catalog query, by column name. */
public final class CatalogRow {
    private final ResultSet row;

    /** @param row the result, at any of its rows */
    public CatalogRow(ResultSet row) {
        this.row = row;
    }

    /**
     * A text that must be there.
     *
     * @throws SQLException when there is none: a server prints nothing for what was dropped meanwhile
     */
    public String text(String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new SQLTransactionRollbackException(
                    "the catalog changed while it was read: no " + column + ", run this again", "40001");
        }
        return text;
    }

    /** A text, or null. */
    public @Nullable String optional(String column) throws SQLException {
        return row.getString(column);
    }

    /** A text; empty for null. */
    public String textOrEmpty(String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** A number; 0 for null. */
    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    /** A truth value; false for null. */
    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** A text array; empty for null. */
    public List<String> list(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
