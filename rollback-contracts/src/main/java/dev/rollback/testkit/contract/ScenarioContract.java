// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of scenarios: capture, migrate, write, roll back. The judge is the product's own dump program: the structure must
 * be the one from before, to the byte, and the rows those of a database that was never migrated and got the same writes.
 */
public abstract class ScenarioContract {

    /** Where the scenarios run. */
    protected abstract ScenarioServer server();

    /** The folder that holds the folders. */
    protected abstract Path scenarios();

    @TestFactory
    Stream<DynamicTest> scenario() throws IOException {
        return Scenario.in(scenarios(), server().engines()).stream()
                .map(s -> DynamicTest.dynamicTest(s.name(), () -> run(s, server())));
    }

    /** One of them. */
    public static void run(Scenario scenario, ScenarioServer server) throws Exception {
        assumeTrue(server.majorVersion() >= scenario.number("min.server"), "needs a newer server");
        try (ScenarioDatabase database = server.freshDatabase();
                ScenarioDatabase expected = server.freshDatabase()) {
            new ScenarioRun(scenario, server.engines(), database, expected).run();
        }
    }

    /** The steps of one scenario. */
    private record ScenarioRun(
            Scenario scenario, List<String> engines, ScenarioDatabase database, ScenarioDatabase expected) {

        void run() throws Exception {
            List<String> schemas = database.schemas(scenario.schemas());
            database.execute(scenario.sql("before", engines));
            String before = database.structure(schemas);
            expected.execute(scenario.sql("before", engines));
            expected.execute(scenario.sql("expected", engines));

            List<String> there = schemas.stream().filter(database::hasSchema).toList();
            over(there).capture("before");
            migrate();
            if (scenario.is("mark")) {
                over(there).markMigrated("before");
            }
            database.execute(scenario.sql("writes", engines));

            Rollback rollback = over(schemas);
            if (!scenario.get("refused").isEmpty()) {
                assertThatThrownBy(() -> revert(rollback, true))
                        .isInstanceOf(RollbackRefusedException.class)
                        .hasMessageFindingMatch(scenario.get("refused"));
                return;
            }
            if (scenario.is("loss")) {
                assertThat(catchThrowable(() -> revert(rollback, false)))
                        .as("the loss must be refused first")
                        .isInstanceOf(RollbackRefusedException.class);
            }
            judge(rollback, revert(rollback, scenario.is("loss") || scenario.number("quarantined") > 0), before);
        }

        private void judge(Rollback rollback, RollbackReport report, String before) {
            List<String> schemas = database.schemas(scenario.schemas());
            List<String> wanted = expected.schemas(scenario.schemas());
            assertThat(report.verification().findings()).isEmpty();
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(database.structure(schemas)).isEqualTo(before);
            assertThat(database.rows(schemas)).isEqualTo(expected.rows(wanted));
            assertPositions(database.positions(schemas), expected.positions(wanted));
            assertThat(report.quarantined().stream()
                            .filter(q -> !q.reason().contains("by the migration"))
                            .mapToLong(RollbackReport.Quarantined::rows)
                            .sum())
                    .as("quarantined rows")
                    .isEqualTo(scenario.number("quarantined"));
            assertThat(report.losses().toString()).containsPattern(scenario.get("told"));
            assertThat(rollback.verify("before").findings()).isEmpty();
        }

        private Rollback over(List<String> schemas) {
            return Rollback.builder(database.dataSource()).schemas(schemas).build();
        }

        private void migrate() throws IOException {
            String sql = scenario.sql("migrate", engines);
            boolean oneTransaction = !"false".equals(scenario.get("migrate.transaction"));
            if (scenario.is("migrate.fails")) {
                assertThatThrownBy(() -> database.execute(sql)).isInstanceOf(IllegalStateException.class);
            } else if (oneTransaction) {
                database.migrate(sql);
            } else {
                database.execute(sql);
            }
        }

        private RollbackReport revert(Rollback rollback, boolean allowDataLoss) {
            RestoreMode mode = scenario.get("mode").isEmpty()
                    ? RestoreMode.MERGE
                    : RestoreMode.valueOf(scenario.get("mode").toUpperCase(Locale.ROOT));
            List<String> only = scenario.get("tables").isEmpty()
                    ? List.of()
                    : List.of(scenario.get("tables").split(","));
            RollbackPlan plan = rollback.plan(
                    "before", PlanOptions.defaults().withMode(mode).withOnly(only));
            if (Boolean.getBoolean("scenario.show")) {
                System.out.println(plan.toSql());
            }
            return rollback.revert(
                    plan, RevertOptions.builder().allowDataLoss(allowDataLoss).build());
        }

        /** A sequence may stand further on, never further back. */
        private static void assertPositions(Map<String, Long> positions, Map<String, Long> wanted) {
            assertThat(positions.keySet()).isEqualTo(wanted.keySet());
            wanted.forEach((name, position) ->
                    assertThat(positions.getOrDefault(name, 0L)).as(name).isGreaterThanOrEqualTo(position));
        }
    }
}
