// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.testkit.contract.Scenario;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is deployed as a migration, by people who have no Rollback in their hands, leads to the same database. */
class PlanScriptTest {
    private static final List<String> ENGINES = List.of("postgresql");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retype-varchar-to-uuid-with-children",
                "partition-plain-table-by-month",
                "partition-detached",
                "rename-table-with-all-its-objects",
                "several-steps-in-one-release",
                "narrow-varchar-by-truncation",
                "drop-table-with-children",
                "rekey-int-to-uuid-over-parent-and-children"
            })
    void theScriptLeadsToTheSameDatabase(String name) throws Exception {
        Scenario scenario = Scenario.in(Path.of("..", "scenarios"), ENGINES).stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
        String[] schemas = {"public"};
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                TestDatabase expected = TestPostgres.shared().freshDatabase()) {
            expected.execute(scenario.sql("before", ENGINES));
            expected.execute(scenario.sql("expected", ENGINES));
            database.execute(scenario.sql("before", ENGINES));
            String before = PgDump.schema(database, schemas);
            Rollback rollback =
                    Rollback.builder(database.dataSource()).schemas(schemas).build();
            rollback.capture("before");
            database.execute("BEGIN;\n" + scenario.sql("migrate", ENGINES) + "\n;COMMIT;");
            database.execute(scenario.sql("writes", ENGINES));

            String script = rollback.plan("before").toSql();
            database.execute("BEGIN;\n" + script + "\n;COMMIT;");

            assertThat(PgDump.schema(database, schemas)).isEqualTo(before);
            assertThat(PgDump.data(database, schemas).tables())
                    .isEqualTo(PgDump.data(expected, schemas).tables());
            assertThat(rollback.verifyStructure("before").findings()).isEmpty();
        }
    }
}
