// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database server: an embedded PostgreSQL that is gone afterwards, or a given PostgreSQL, MySQL or MariaDB.
 *
 * @param product the folder of its scripts
 */
record Server(
        DataSource dataSource,
        String product,
        String place,
        @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
    static final String POSTGRESQL = "postgresql";
    static final String MYSQL = "mysql";

    static Server start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("fsync", "off")
                .start();
        return new Server(server.getPostgresDatabase(), POSTGRESQL, "embedded, gone when this program ends", server);
    }

    /** @param url a JDBC URL of PostgreSQL, MySQL or MariaDB, with user and password */
    static Server at(String url) throws SQLException {
        String place = url.replaceFirst("^jdbc:\\w+://", "").replaceFirst("[?].*$", "");
        String scripts = url + (url.contains("?") ? "&" : "?") + "allowMultiQueries=true";
        if (url.startsWith("jdbc:mariadb:")) {
            return new Server(new MariaDbDataSource(scripts), MYSQL, place, null);
        }
        if (url.startsWith("jdbc:mysql:")) {
            MysqlDataSource source = new MysqlDataSource();
            source.setURL(scripts);
            return new Server(source, MYSQL, place, null);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return new Server(source, POSTGRESQL, place, null);
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

    /** What a session needs that reads what the scripts wrote. */
    List<String> sessionOfProof() {
        return product.equals(POSTGRESQL)
                ? List.of("SET search_path = journal; SET TimeZone = 'UTC'")
                : List.of("SET time_zone = '+00:00'", "SET NAMES utf8mb4 COLLATE utf8mb4_bin");
    }

    /** How to remove everything that the quickstart made. */
    String tidyUp() {
        return product.equals(POSTGRESQL)
                ? "DROP SCHEMA journal, quickstart_witness, migration_backup CASCADE"
                : "DROP DATABASE journal; DROP DATABASE quickstart_witness; DROP DATABASE migration_backup";
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
