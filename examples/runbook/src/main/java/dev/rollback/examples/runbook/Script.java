// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.runbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Runs the SQL files beside this class, statement by statement: each ends with a semicolon at the end of a line. */
final class Script {
    private final DataSource source;
    private final Map<String, String> values;

    /** @param values what the scripts write as {@code ${name}} */
    Script(DataSource source, Map<String, String> values) {
        this.source = source;
        this.values = Map.copyOf(values);
    }

    void run(String file) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            // the data comes from one statement that counts
            statement.execute(
                    connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")
                            ? "SET max_recursive_iterations = 100000000"
                            : "SET cte_max_recursion_depth = 100000000");
            for (String sql : text(file).split(";\\s*\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private String text(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file + " beside " + Script.class.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
