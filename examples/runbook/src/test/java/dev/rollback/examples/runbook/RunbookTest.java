// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class RunbookTest {
    @Test
    void everythingComesBackOnMariaDb() throws Exception {
        tellOn(TestMariaDb.shared());
    }

    @Test
    void everythingComesBackOnMysql() throws Exception {
        tellOn(TestMysql.shared());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
    void everythingComesBackOnNewerMysql() throws Exception {
        tellOn(TestMysql.newer().orElseThrow());
    }

    /** The command of the README finds its class by the name in the pom. */
    @Test
    void theCommandNamesTheClass() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<exec.mainClass>" + Runbook.class.getName() + "</exec.mainClass>");
    }

    private static void tellOn(TestServer server) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean back;
        try (TestDatabase database = server.freshDatabase();
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            String witness = Runbook.witnessOf(database.dataSource());
            try {
                back = new Runbook(database.dataSource(), witness, 5_000, print).tell();
            } finally {
                database.execute("DROP DATABASE " + witness);
            }
        }
        String story = out.toString(StandardCharsets.UTF_8);
        assertThat(back).as(story).isTrue();
        assertThat(story).contains("Everything is back.", "p202501", "stays: ").doesNotContain("WRONG");
    }
}
