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
        return of(url);
    }

    /** From a JDBC URL with the parameters user and password. */
    static PostgresAddress of(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        String user = source.getUser();
        String password = source.getPassword();
        String plain = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
        return new PostgresAddress(plain, user == null ? "postgres" : user, password == null ? "" : password);
    }

    /** The URL of another database of this server. */
    String url(String database) {
        return url.replaceFirst("^(jdbc:postgresql://[^/?]*)(/[^?]*)?", "$1/" + database);
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
