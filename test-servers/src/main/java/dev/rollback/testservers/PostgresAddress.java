// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.util.Map;
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

    /** The given server, else a container, else an embedded server. */
    static PostgresAddress find() throws Exception {
        String given = System.getenv("TEST_POSTGRES_URL");
        if (given != null && !given.isBlank()) {
            return given(given);
        }
        // The launchers load their libraries, so that only the chosen one's are loaded.
        return DockerEngine.answers() ? PostgresContainer.start() : EmbeddedPostgresServer.start();
    }

    private static PostgresAddress given(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        String user = source.getUser();
        String password = source.getPassword();
        return new PostgresAddress(source.getURL(), user == null ? "postgres" : user, password == null ? "" : password);
    }
}
