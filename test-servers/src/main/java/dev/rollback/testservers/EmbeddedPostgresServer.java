// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** PostgreSQL's own binaries from Maven Central; the data is in a temporary directory, gone with the JVM. */
final class EmbeddedPostgresServer {
    private EmbeddedPostgresServer() {}

    static ServerAddress start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        TestPostgres.SETTINGS.forEach(builder::setServerConfig);
        @SuppressWarnings("resource") // its own shutdown hook stops it
        EmbeddedPostgres server = builder.start();
        return new ServerAddress("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "");
    }
}
