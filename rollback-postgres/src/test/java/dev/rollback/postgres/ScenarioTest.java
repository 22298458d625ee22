// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollback.PlanOptions;
import dev.rollback.RestoreMode;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code scenarios/}: capture, migrate, write, roll back. The judge is {@code pg_dump}: the schema must be the one
 * from before, to the byte, and the rows those of a database that was never migrated and got the same writes.
 */
class ScenarioTest {

    @TestFactory
    Stream<DynamicTest> scenarios() throws Exception {
        return Scenario.all().stream().map(s -> DynamicTest.dynamicTest(s.name(), () -> run(s)));
    }

    static void run(Scenario scenario) throws Exception {
        TestPostgres server = TestPostgres.shared();
        assumeTrue(server.majorVersion() >= scenario.number("min.server"), "needs a newer server");
        try (TestDatabase database = server.freshDatabase();
                TestDatabase expected = server.freshDatabase()) {
            database.execute(scenario.sql("before.sql"));
            String before = PgDump.schema(database, scenario.schemas());
            expected.execute(scenario.sql("before.sql"));
            expected.execute(scenario.sql("expected.sql"));

            List<String> there = List.of(scenario.schemas()).stream()
                    .filter(s -> exists(database, s))
                    .toList();
            Rollback.builder(database.dataSource()).schemas(there).build().capture("before");
            migrate(database, scenario);
            if (scenario.is("mark")) {
                Rollback.builder(database.dataSource()).schemas(there).build().markMigrated("before");
            }
            database.execute(scenario.sql("writes.sql"));

            Rollback rollback = Rollback.builder(database.dataSource())
                    .schemas(scenario.schemas())
                    .build();
            if (!scenario.get("refused").isEmpty()) {
                assertThatThrownBy(() -> revert(rollback, scenario, true))
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageFindingMatch(scenario.get("refused"));
                return;
            }
            if (scenario.is("loss")) {
                assertThat(catchThrowable(() -> revert(rollback, scenario, false)))
                        .as("the loss must be refused first")
                        .isInstanceOf(RollbackRefusedException.class);
            }
            boolean accept = scenario.is("loss") || scenario.number("quarantined") > 0;
            RollbackReport report = revert(rollback, scenario, accept);

            assertThat(report.verification().findings()).isEmpty();
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(PgDump.schema(database, scenario.schemas())).isEqualTo(before);
            PgDump.Data rows = PgDump.data(database, scenario.schemas());
            PgDump.Data wanted = PgDump.data(expected, scenario.schemas());
            assertThat(rows.tables()).isEqualTo(wanted.tables());
            assertSequences(rows.sequences(), wanted.sequences());
            assertThat(report.quarantined().stream()
                            .filter(q -> !q.reason().contains("by the migration"))
                            .mapToLong(RollbackReport.Quarantined::rows)
                            .sum())
                    .as("quarantined rows")
                    .isEqualTo(scenario.number("quarantined"));
            assertThat(rollback.verify("before").findings()).isEmpty();
        }
    }

    private static void migrate(TestDatabase database, Scenario scenario) throws Exception {
        String sql = scenario.sql("migrate.sql");
        boolean oneTransaction = !"false".equals(scenario.get("migrate.transaction"));
        if (scenario.is("migrate.fails")) {
            assertThatThrownBy(() -> database.execute(sql)).isInstanceOf(IllegalStateException.class);
        } else {
            database.execute(oneTransaction ? "BEGIN;\n" + sql + "\n;COMMIT;" : sql);
        }
    }

    private static RollbackReport revert(Rollback rollback, Scenario scenario, boolean allowDataLoss) {
        RestoreMode mode = scenario.get("mode").isEmpty()
                ? RestoreMode.MERGE
                : RestoreMode.valueOf(scenario.get("mode").toUpperCase(Locale.ROOT));
        List<String> only = scenario.get("tables").isEmpty()
                ? List.of()
                : List.of(scenario.get("tables").split(","));
        RollbackPlan plan =
                rollback.plan("before", PlanOptions.defaults().withMode(mode).withOnly(only));
        if (Boolean.getBoolean("scenario.show")) {
            System.out.println(plan.toSql().replace('\u0001', '~'));
        }
        return rollback.revert(
                plan, RevertOptions.builder().allowDataLoss(allowDataLoss).build());
    }

    private static boolean exists(TestDatabase database, String schema) {
        return !database.query("SELECT 1 FROM pg_namespace WHERE nspname = '" + schema.replace("'", "''") + "'")
                .isEmpty();
    }

    /** A sequence may stand further on, never further back. */
    private static void assertSequences(Map<String, String> rows, Map<String, String> wanted) {
        assertThat(rows.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((name, position) -> {
            String[] now = rows.getOrDefault(name, "0, false").split(", ");
            String[] then = position.split(", ");
            assertThat(Long.parseLong(now[0])).as(name).isGreaterThanOrEqualTo(Long.parseLong(then[0]));
        });
    }
}
