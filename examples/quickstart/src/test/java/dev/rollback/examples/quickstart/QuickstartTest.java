// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    @Test
    void everythingComesBackOnPostgresql() throws Exception {
        everythingComesBack(TestPostgres.shared());
    }

    @Test
    void everythingComesBackOnMysql() throws Exception {
        everythingComesBack(TestMysql.shared());
    }

    @Test
    void everythingComesBackOnMariaDb() throws Exception {
        everythingComesBack(TestMariaDb.shared());
    }

    private static void everythingComesBack(TestServer from) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean proven;
        try (TestDatabase database = from.freshDatabase();
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            try {
                proven = new Quickstart(at(database), 0.02, new Console(print)).tell();
            } finally {
                dropDatabases(database);
            }
        }
        String story = out.toString(StandardCharsets.UTF_8);
        assertThat(proven).as(story).isTrue();
        assertThat(story).contains("Everything is back.").doesNotContain("WRONG");
    }

    private static Server at(TestDatabase database) throws SQLException {
        String url = database.url();
        return Server.at(
                url + (url.contains("?") ? "&" : "?") + "user=" + database.user() + "&password=" + database.password());
    }

    /** What the story makes on MySQL stands beside the test's own database. */
    private static void dropDatabases(TestDatabase database) {
        if (!(database.server() instanceof TestPostgres)) {
            for (String made : new String[] {"journal", "quickstart_witness", "migration_backup"}) {
                database.execute("DROP DATABASE IF EXISTS " + made);
            }
        }
    }
}
