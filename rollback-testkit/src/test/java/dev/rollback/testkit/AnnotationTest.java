// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.rollback.testkit.KitDatabase.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What an annotated class shows in JUnit. */
class AnnotationTest {
    private static final String PASSED = "passed";

    /** A database in memory for each instance. */
    abstract static class InMemory implements ReversibleMigrationsTest {
        @Override
        public DataSource dataSource() {
            return Server.H2.fresh().dataSource();
        }
    }

    @ReversibleMigrations(flyway = "classpath:shop", baseline = "shop.txt", maxExclusiveLock = "PT1M")
    static class Accepted extends InMemory {}

    @ReversibleMigrations(flyway = "classpath:shop", baseline = "missing.txt")
    static class WithoutBaseline extends InMemory {}

    @ReversibleMigrations(flyway = "classpath:shop", baseline = "stale.txt")
    static class Stale extends InMemory {}

    @ReversibleMigrations(flyway = "classpath:shop", baseline = "shop.txt", maxExclusiveLock = "PT0.000001S")
    static class OverBudget extends InMemory {}

    @ReversibleMigrations(flyway = "classpath:broken", baseline = "shop.txt")
    static class Broken extends InMemory {}

    @ReversibleMigrations(flyway = "classpath:shop", baseline = "../../../target/written.txt")
    static class Written extends InMemory {}

    @ReversibleMigrations(liquibase = "changelog/shop.sql", baseline = "missing.txt")
    static class Liquibase extends InMemory {}

    @ReversibleMigrations
    static class NothingNamed extends InMemory {}

    @ReversibleMigrations(flyway = "classpath:nowhere")
    static class NothingThere extends InMemory {}

    @Test
    void everyMigrationIsATest() {
        assertThat(run(Accepted.class))
                .containsExactly(
                        Map.entry("V1__customer.sql", PASSED),
                        Map.entry("V2__phone.sql", PASSED),
                        Map.entry("V3__no_mail.sql", PASSED),
                        Map.entry("shop.txt", PASSED));
    }

    @Test
    void aLossThatNobodyAcceptedFailsWithTheLineToAdd() {
        Map<String, String> results = run(WithoutBaseline.class);

        assertThat(results.get("V2__phone.sql"))
                .contains("V2__phone.sql: COLUMN_REMOVED CUSTOMER.PHONE", "missing.txt", "-Drollback.baseline=write");
        assertThat(results).containsEntry("V3__no_mail.sql", PASSED);
    }

    @Test
    void whatIsNotLostAnyMoreFails() {
        Map<String, String> results = run(Stale.class);

        assertThat(results).containsEntry("V1__customer.sql", PASSED);
        assertThat(results.get("V2__phone.sql"))
                .contains("remove", "V2__phone.sql: COLUMN_REMOVED CUSTOMER.FAX")
                .doesNotContain("PHONE");
        assertThat(results.get("stale.txt")).contains("V9__gone.sql");
    }

    @Test
    void aWaitOverTheBudgetFails() {
        assertThat(run(OverBudget.class).get("V3__no_mail.sql"))
                .contains("readers and writers wait for", "PT0.000001S");
    }

    @Test
    void afterABrokenMigrationTheOthersAreSkipped() {
        Map<String, String> results = run(Broken.class);

        assertThat(results).containsEntry("V1__customer.sql", PASSED);
        assertThat(results.get("V2__broken.sql"))
                .contains("the migration fails")
                .containsIgnoringCase("nobody");
        assertThat(results.get("V3__no_mail.sql")).startsWith("ABORTED").contains("After V2__broken.sql");
    }

    @Test
    void theBaselineIsWrittenAnew() throws Exception {
        Path written = Path.of("target", "written.txt");
        System.setProperty("rollback.baseline", "write");
        try {
            assertThat(run(Written.class))
                    .allSatisfy((name, result) -> assertThat(result).isEqualTo(PASSED));
        } finally {
            System.clearProperty("rollback.baseline");
        }
        assertThat(Files.readAllLines(written))
                .filteredOn(l -> !l.startsWith("#"))
                .containsExactly(
                        "V1__customer.sql: TABLE_REMOVED CUSTOMER", "V2__phone.sql: COLUMN_REMOVED CUSTOMER.PHONE");
        assertThat(run(Written.class))
                .allSatisfy((name, result) -> assertThat(result).isEqualTo(PASSED));
    }

    @Test
    void changeSetsAreTestsToo() {
        Map<String, String> results = run(Liquibase.class);

        assertThat(results.keySet())
                .containsExactly("changelog/shop.sql::1::ann", "changelog/shop.sql::2::ann", "missing.txt");
        assertThat(results.get("changelog/shop.sql::1::ann")).contains("TABLE_REMOVED CUSTOMER");
        assertThat(results).containsEntry("changelog/shop.sql::2::ann", PASSED);
    }

    @Test
    void nothingToTestIsAFailure() {
        assertThat(run(NothingNamed.class).values()).singleElement().asString().contains("must name either");
        assertThat(run(NothingThere.class).values()).singleElement().asString().contains("no pending migration");
    }

    /** What each test came to; a container counts when it fails. */
    private static Map<String, String> run(Class<?> test) {
        Map<String, String> results = new LinkedHashMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(List.of(selectClass(test)))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
                                if (failed || identifier.isTest()) {
                                    results.put(
                                            identifier.getDisplayName(),
                                            failed
                                                    ? result.getStatus() + ": "
                                                            + result.getThrowable()
                                                                    .orElseThrow()
                                                    : PASSED);
                                }
                            }
                        });
        return results;
    }
}
