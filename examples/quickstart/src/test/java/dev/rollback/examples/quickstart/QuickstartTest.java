// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    @Test
    void everythingComesBack() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean proven;
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Server server = new Server(database.dataSource(), "of the tests", null);
            proven = new Quickstart(server, 0.02, new Console(print)).tell();
        }
        String story = out.toString(StandardCharsets.UTF_8);
        assertThat(proven).as(story).isTrue();
        assertThat(story).contains("Everything is back.").doesNotContain("WRONG");
    }
}
