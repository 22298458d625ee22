// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Runs the SQL files of the server's product, each in one transaction where the product has them for structure. */
final class Script {
    private final Server server;
    private final Map<String, Long> sizes;

    /** @param sizes what the scripts write as {@code ${users}} */
    Script(Server server, Map<String, Long> sizes) {
        this.server = server;
        this.sizes = Map.copyOf(sizes);
    }

    void run(String file) throws SQLException {
        try (Connection connection = server.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                boolean more = statement.execute(text(file));
                while (more || statement.getUpdateCount() != -1) { // a failure may be that of a later statement
                    more = statement.getMoreResults();
                }
            }
            connection.commit();
        }
    }

    String text(String file) {
        String name = server.product() + "/" + file;
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name + " beside " + Script.class.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Long> size : sizes.entrySet()) {
                text = text.replace("${" + size.getKey() + "}", String.valueOf(size.getValue()));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
