// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a PostgreSQL server listens, and its superuser. */
record PostgresAddress(String url, String user, String password) {
    /** Fast rather than durable, and ready for publications and prepared transactions. */
    static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "max_connections", "200",
            "max_prepared_transactions", "5",
            "wal_level", "logical");

    /** The server that TEST_POSTGRES_URL names, if it names one. */
    static @Nullable PostgresAddress given() {
        String url = System.getenv("TEST_POSTGRES_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        String user = source.getUser();
        String password = source.getPassword();
        return new PostgresAddress(source.getURL(), user == null ? "postgres" : user, password == null ? "" : password);
    }

    /** A server of our own: a container, else the embedded one. Only the chosen one's libraries are loaded. */
    static PostgresAddress start() throws IOException {
        if (DockerEngine.answers()) {
            try {
                return PostgresContainer.start();
            } catch (RuntimeException e) {
                System.err.println("No PostgreSQL container, so an embedded server: " + e.getMessage());
            }
        }
        return EmbeddedPostgresServer.start();
    }
}
