// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is deployed as a migration, by people who have no Rollback in their hands, leads to the same database. */
class PlanScriptTest {

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
        Scenario scenario = Scenario.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                TestDatabase expected = TestPostgres.shared().freshDatabase()) {
            expected.execute(scenario.sql("before.sql"));
            expected.execute(scenario.sql("expected.sql"));
            database.execute(scenario.sql("before.sql"));
            String before = PgDump.schema(database, scenario.schemas());
            Rollback rollback = Rollback.builder(database.dataSource())
                    .schemas(scenario.schemas())
                    .build();
            rollback.capture("before");
            database.execute("BEGIN;\n" + scenario.sql("migrate.sql") + "\n;COMMIT;");
            database.execute(scenario.sql("writes.sql"));

            String script = rollback.plan("before").toSql();
            database.execute("BEGIN;\n" + script + "\n;COMMIT;");

            assertThat(PgDump.schema(database, scenario.schemas())).isEqualTo(before);
            assertThat(PgDump.data(database, scenario.schemas()).tables())
                    .isEqualTo(PgDump.data(expected, scenario.schemas()).tables());
            assertThat(rollback.verifyStructure("before").findings()).isEmpty();
        }
    }
}
