// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a SHOW CREATE says of one object, by lower-case column name. */
final class MysqlShown {
    private final String what;
    private final Map<String, @Nullable String> values;

    private MysqlShown(String what, Map<String, @Nullable String> values) {
        this.what = what;
        this.values = values;
    }

    static MysqlShown of(String what, ResultSet row) throws SQLException {
        Map<String, @Nullable String> values = new TreeMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), row.getString(i));
        }
        return new MysqlShown(what, values);
    }

    /** The statement that makes the object. */
    String statement() throws SQLException {
        for (Map.Entry<String, @Nullable String> value : values.entrySet()) {
            if (value.getKey().startsWith("create ") || value.getKey().equals("sql original statement")) {
                if (value.getValue() != null) {
                    return value.getValue();
                }
            }
        }
        throw new SQLException(
                "the user may not see the definition of " + what
                        + ": grant SHOW_ROUTINE (MariaDB: SHOW CREATE ROUTINE), SHOW VIEW and TRIGGER, and run this again",
                "42000",
                1142);
    }

    /** A property of the object's session; empty where the kind has none. */
    String property(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }
}
