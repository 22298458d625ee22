// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.model.ObjectId;
import dev.rollback.mysql.catalog.MysqlProduct;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What names a column in its text. The server keeps no record of it, but prints every name of its own texts in backticks; the text
 * of a trigger is the user's.
 */
final class MysqlDependents {
    private static final String VIEWS = """
            SELECT concat('view ', TABLE_SCHEMA, '.', TABLE_NAME) AS name, VIEW_DEFINITION AS text
            FROM information_schema.VIEWS
            WHERE locate(?, VIEW_DEFINITION) > 0
            ORDER BY 1
            """;

    /** By schema and name, five times: defaults and computed columns, foreign keys from and to the table, partitions. */
    private static final String PARTS = """
            SELECT concat('column ', COLUMN_NAME) AS name,
              concat(coalesce(GENERATION_EXPRESSION, ''), CASE WHEN COLUMN_DEFAULT LIKE '%%`%%' THEN COLUMN_DEFAULT ELSE '' END)
                AS text
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            UNION ALL
            SELECT concat('foreign key ', CONSTRAINT_NAME), concat('`', replace(COLUMN_NAME, '`', '``'), '`')
            FROM information_schema.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND REFERENCED_TABLE_NAME IS NOT NULL
            UNION ALL
            SELECT concat('foreign key ', CONSTRAINT_NAME, ' of ', TABLE_SCHEMA, '.', TABLE_NAME),
              concat('`', replace(REFERENCED_COLUMN_NAME, '`', '``'), '`')
            FROM information_schema.KEY_COLUMN_USAGE
            WHERE REFERENCED_TABLE_SCHEMA = ? AND REFERENCED_TABLE_NAME = ?
            UNION ALL
            SELECT DISTINCT 'the partition key', concat(PARTITION_EXPRESSION, coalesce(SUBPARTITION_EXPRESSION, ''))
            FROM information_schema.PARTITIONS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND PARTITION_EXPRESSION IS NOT NULL
            UNION ALL
            SELECT concat('check ', c.CONSTRAINT_NAME), c.CHECK_CLAUSE
            FROM information_schema.CHECK_CONSTRAINTS c
            JOIN information_schema.TABLE_CONSTRAINTS t
              ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME
            WHERE t.CONSTRAINT_TYPE = 'CHECK' AND t.TABLE_SCHEMA = ? AND t.TABLE_NAME = ?%s
            """;

    /** MariaDB's checks are unique within their table only. */
    private static final String OF_TABLE = " AND c.TABLE_NAME = t.TABLE_NAME";

    private static final String EXPRESSIONS = """
            UNION ALL
            SELECT concat('index ', INDEX_NAME), EXPRESSION
            FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND EXPRESSION IS NOT NULL
            """;

    private static final String TRIGGERS = """
            SELECT concat('trigger ', TRIGGER_NAME) AS name, ACTION_STATEMENT AS text
            FROM information_schema.TRIGGERS
            WHERE EVENT_OBJECT_SCHEMA = ? AND EVENT_OBJECT_TABLE = ?
            ORDER BY 1
            """;

    private MysqlDependents() {}

    private record Text(String name, String text) {}

    static List<String> of(Connection connection, ObjectId table, String column) throws SQLException {
        boolean mariaDb = MysqlProduct.of(connection.getMetaData()).mariaDb();
        String quoted = quote(column);
        List<String> names = new ArrayList<>();
        for (Text view : texts(connection, VIEWS, List.of(quote(table)))) {
            add(names, view, view.text().contains(quoted));
        }
        String parts = PARTS.formatted(mariaDb ? OF_TABLE : "") + (mariaDb ? "" : EXPRESSIONS);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < (mariaDb ? 5 : 6); i++) {
            values.addAll(List.of(table.schema(), table.name()));
        }
        for (Text part : texts(connection, parts, values)) {
            boolean itself = part.name().equals("column " + column);
            add(names, part, !itself && part.text().contains(quoted));
        }
        Pattern word = Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        for (Text trigger : texts(connection, TRIGGERS, List.of(table.schema(), table.name()))) {
            add(names, trigger, word.matcher(trigger.text()).find());
        }
        return names;
    }

    private static void add(List<String> names, Text text, boolean mentions) {
        if (mentions && !names.contains(text.name())) {
            names.add(text.name());
        }
    }

    private static List<Text> texts(Connection connection, String sql, List<String> values) throws SQLException {
        return Queries.list(connection, sql, values, row -> {
            String text = row.getString("text");
            return new Text(row.getString("name"), text == null ? "" : text);
        });
    }
}
