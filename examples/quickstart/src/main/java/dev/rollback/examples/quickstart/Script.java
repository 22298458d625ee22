// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Runs the SQL files beside this class, each in one transaction. */
final class Script {
    private final DataSource source;
    private final Map<String, Long> sizes;

    /** @param sizes what the scripts read as session settings, as in {@code quickstart.users} */
    Script(DataSource source, Map<String, Long> sizes) {
        this.source = source;
        this.sizes = sizes;
    }

    void run(String file) throws SQLException {
        try (Connection connection = source.getConnection()) {
            for (Map.Entry<String, Long> size : sizes.entrySet()) {
                set(connection, "quickstart." + size.getKey(), size.getValue());
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(text(file));
            }
            connection.commit();
        }
    }

    private static void set(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            statement.setString(1, name);
            statement.setString(2, Long.toString(value));
            statement.execute();
        }
    }

    private static String text(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file + " beside " + Script.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
