// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What H2's own {@code SCRIPT} says of schemas. Statements are sorted, as H2 writes tables in the order of their numbers. */
final class H2Script {
    private static final Pattern POSITION = Pattern.compile(" RESTART WITH -?\\d+| SELECTIVITY \\d+");

    private H2Script() {}

    /** Everything but rows and positions. */
    static String structure(Connection connection, List<String> schemas) throws SQLException {
        return script(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA " + names(schemas)).stream()
                .filter(s -> !s.startsWith("INSERT "))
                .map(s -> POSITION.matcher(s).replaceAll(""))
                .sorted()
                .reduce("", (a, b) -> a + "\n" + b);
    }

    static String rows(Connection connection, List<String> schemas) throws SQLException {
        return script(connection, "SCRIPT SIMPLE COLUMNS NOPASSWORDS NOSETTINGS SCHEMA " + names(schemas)).stream()
                .filter(s -> s.startsWith("INSERT "))
                .sorted()
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private static String names(List<String> schemas) {
        return String.join(
                ", ",
                schemas.stream().map(s -> '"' + s.replace("\"", "\"\"") + '"').toList());
    }

    private static List<String> script(Connection connection, String sql) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String text = rows.getString(1);
                if (!text.startsWith("--") && !text.startsWith("CREATE USER")) {
                    statements.add(text);
                }
            }
        }
        return statements;
    }
}
