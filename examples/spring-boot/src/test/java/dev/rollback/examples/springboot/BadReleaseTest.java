// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadReleaseTest {
    @Test
    void theShopGoesBackAndKeepsServing() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            String url = database.url() + (database.url().contains("?") ? "&" : "?") + "user=" + database.user()
                    + "&password=" + database.password();
            boolean well = new BadRelease(url, print).tell();
            String story = out.toString(StandardCharsets.UTF_8);
            assertThat(well).as(story).isTrue();
            assertThat(story)
                    .contains("Plan back to ", "Done and verified", "V2__whole_amounts.sql is Deleted")
                    .doesNotContain("WRONG");

            assertThat(database.query("SELECT id, customer_id, amount, delivered FROM shop.orders ORDER BY id"))
                    .containsExactly(
                            List.of("1", "1", "19.99", "t"),
                            List.of("2", "2", "5.49", "f"),
                            List.of("3", "1", "45.00", "f"),
                            List.of("4", "2", "7.77", "f"));
            assertThat(database.query("SELECT name, email FROM shop.customers ORDER BY id"))
                    .containsExactly(List.of("Ada", "ada@example.org"), List.of("Ben", "ben@example.org"));
            assertThat(database.query("SELECT version, type FROM shop.flyway_schema_history"
                            + " WHERE version IS NOT NULL ORDER BY installed_rank"))
                    .containsExactly(List.of("1", "SQL"), List.of("2", "SQL"), List.of("2", "DELETE"));
            assertThat(database.query("SELECT state, operator, ticket, reason FROM migration_backup.rollback_run"))
                    .containsExactly(List.of("DONE", "Ina", "OPS-12", "orders do not add up"));
            assertThat(database.query("SELECT priority FROM migration_backup.run1_orders WHERE id = 3"))
                    .containsExactly(List.of("1"));
        }
    }
}
