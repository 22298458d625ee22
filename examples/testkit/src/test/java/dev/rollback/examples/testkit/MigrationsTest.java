// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.testkit;

import dev.rollback.testkit.ReversibleMigrations;
import dev.rollback.testkit.ReversibleMigrationsTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@ReversibleMigrations(flyway = "classpath:db/migration", maxExclusiveLock = "PT10S")
class MigrationsTest implements ReversibleMigrationsTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }
}
