// SPDX-License-Identifier: Apache-2.0
package dev.rollback.tool;

import java.sql.SQLException;
import java.util.Set;

/** What is wrong with a tool's own table, told by the SQLState of the failure to read it. */
public enum ToolTable {
    /** It is not there. */
    MISSING,
    /** It is another table, or was edited: columns are not there. */
    LACKING_COLUMNS,
    /** Something else. */
    UNREADABLE;

    /** PostgreSQL; MySQL, MariaDB and H2; H2. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");
    /** PostgreSQL; MySQL, MariaDB and H2. */
    private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");

    public static ToolTable of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (NO_TABLE.contains(state)) {
            return MISSING;
        }
        return NO_COLUMN.contains(state) ? LACKING_COLUMNS : UNREADABLE;
    }
}
