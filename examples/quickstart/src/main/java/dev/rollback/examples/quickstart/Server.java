// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server: an embedded one that is gone afterwards, or a given one. */
record Server(DataSource dataSource, String place, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static Server start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("fsync", "off")
                .start();
        return new Server(server.getPostgresDatabase(), "embedded, gone when this program ends", server);
    }

    /** @param url a JDBC URL of PostgreSQL, with user and password */
    static Server at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        String place = source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + "/" + source.getDatabaseName();
        return new Server(source, place, null);
    }

    boolean isEmbedded() {
        return embedded != null;
    }

    String version() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
