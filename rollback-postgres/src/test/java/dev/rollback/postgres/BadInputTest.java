// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names of things that are not there or not allowed: a sentence that names the culprit, and nothing touched. */
class BadInputTest {
    private static BadInput sample;

    @BeforeAll
    static void migrate() {
        sample = BadInput.migrated();
        sample.execute("""
                CREATE TABLE parts (id integer, extra text) PARTITION BY LIST (id);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
                CREATE VIEW amounts AS SELECT amount FROM orders;
                CREATE TABLE lonely (only_column integer);
                """);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongNames() {
        String long101 = "x".repeat(101);
        return Stream.of(
                invalid("plan: unknown label", r -> r.plan("nope"), "nope"),
                invalid("plan: empty label", r -> r.plan(""), "''"),
                invalid("verify: unknown label", r -> r.verify("nope"), "nope"),
                invalid("check: unknown label", r -> r.checkBackup("nope"), "nope"),
                invalid("drill: unknown label", r -> r.drillBackup("nope"), "nope"),
                invalid("capture: label taken", r -> r.capture("before"), "before"),
                invalid("capture: empty label", r -> r.capture(""), "label"),
                invalid("capture: blank label", r -> r.capture(" \t"), "label"),
                invalid("capture: long label", r -> r.capture(long101), "100"),
                invalid("capture: label of two lines", r -> r.capture("a\nb"), "label"),
                invalid("capture: unknown table", r -> r.capture(only("nope")), "nope"),
                invalid("capture: a view as table", r -> r.capture(only("amounts")), "amounts"),
                invalid("capture: table of another schema", r -> r.capture(only("pg_catalog.pg_class")), "pg_class"),
                invalid("capture: quoted unknown table", r -> r.capture(only("\"Orders\"")), "\"Orders\""),
                invalid("capture: half a quote", r -> r.capture(only("\"orders")), "\"orders"),
                invalid("capture: blank table", r -> r.capture(only("")), "''"),
                invalid("plan only: unknown table", r -> r.plan("before", onlyPlan("nope")), "nope"),
                invalid("plan only: unknown schema", r -> r.plan("before", onlyPlan("nope.orders")), "nope.orders"),
                invalid("adopt: unknown structure", r -> r.adopt("a", "nope", Map.of("orders", "x")), "nope"),
                invalid("adopt: label taken", r -> r.adopt("before", "before", Map.of("orders", "x")), "before"),
                invalid("adopt: unknown table", r -> r.adopt("a", "before", Map.of("nope", "orders_backup")), "nope"),
                invalid("adopt: unknown copy", r -> r.adopt("a", "before", Map.of("orders", "nope")), "nope"),
                invalid("adopt: blank label", r -> r.adopt(" ", "before", Map.of("orders", "orders_backup")), "label"),
                invalid("cleanup: unknown run", r -> r.cleanup("4711"), "4711"),
                invalid("cleanup: no number", r -> r.cleanup("x; DROP"), "x; DROP"),
                invalid("cleanup: negative age", r -> r.cleanupOlderThan(Duration.ofHours(-1)), "negative"),
                invalid("resume: nothing open", r -> r.resume(null), "open"),
                invalid("resume: unknown run", r -> r.resume("4711"), "4711"),
                invalid("prune: negative", r -> r.prune(-1), "-1"));
    }

    @TestFactory
    Stream<DynamicTest> wrongExplicitPlans() {
        return Stream.of(
                explicit("nothing", b -> {}, "at least one"),
                explicit("drop table", b -> b.dropTable("nope"), "nope"),
                explicit("drop table: a view", b -> b.dropTable("amounts"), "amounts"),
                explicit("drop table: a partition", b -> b.dropTable("parts_1"), "parts_1"),
                explicit("drop table: unknown schema", b -> b.dropTable("nope.orders"), "nope.orders"),
                explicit("drop column", b -> b.dropColumn("orders", "nope"), "orders", "nope"),
                explicit("drop column: unknown table", b -> b.dropColumn("nope", "id"), "nope"),
                explicit("drop column: system column", b -> b.dropColumn("orders", "ctid"), "ctid"),
                explicit("drop column: inherited", b -> b.dropColumn("parts_1", "extra"), "parts"),
                explicit("drop index", b -> b.dropIndex("nope"), "nope"),
                explicit("drop index: a table", b -> b.dropIndex("orders"), "orders"),
                explicit("drop index: of a key", b -> b.dropIndex("orders_pkey"), "orders_pkey"),
                explicit("drop constraint", b -> b.dropConstraint("orders", "nope"), "orders", "nope"),
                explicit("drop constraint: unknown table", b -> b.dropConstraint("nope", "x"), "nope"),
                explicit(
                        "drop constraint: a check of another table",
                        b -> b.dropConstraint("customers", "orders_customer_fk"),
                        "orders_customer_fk"),
                explicit("remove partitioning", b -> b.removePartitioning("nope"), "nope"),
                explicit("remove partitioning: not partitioned", b -> b.removePartitioning("orders"), "orders"),
                explicit("remove partitioning: of a partition", b -> b.removePartitioning("parts_1"), "parts_1"),
                explicit("the same twice", b -> b.dropColumn("orders", "paid").dropColumn("orders", "paid"), "paid"));
    }

    /** What other objects need is refused, naming both. */
    @TestFactory
    Stream<DynamicTest> neededByOthers() {
        return Stream.of(
                refused("the only column", b -> b.dropColumn("lonely", "only_column"), "only_column", "lonely"),
                refused("a partition key", b -> b.dropColumn("parts", "id"), "parts", "id"),
                refused("column of a view", b -> b.dropColumn("orders", "amount"), "amounts", "orders"),
                refused("table of a view", b -> b.dropTable("orders"), "amounts", "orders"));
    }

    @Test
    void wrongSettingsOfTheBuilder() {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            Rollback.Builder builder = Rollback.builder(database.dataSource());
            assertThatThrownBy(() -> builder.schemas(" ")).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> builder.backupSchema("")).isInstanceOf(InvalidInputException.class);
            Rollback unknown =
                    Rollback.builder(database.dataSource()).schemas("nope").build();
            assertThatThrownBy(() -> unknown.capture("a"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("nope");
            assertThat(database.query("SELECT to_regnamespace('migration_backup')")
                            .get(0)
                            .get(0))
                    .isNull();
            assertThatThrownBy(() -> Rollback.builder(database.dataSource())
                            .schemas("b")
                            .backupSchema("b")
                            .build())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("'b'");
        }
    }

    @Test
    void aSchemaNamedTwiceIsOneSchema() {
        try (BadInput twice = BadInput.fresh()) {
            Rollback rollback = twice.builder().schemas("public", "public").build();
            rollback.capture("before");
            assertThat(rollback.verify("before").findings()).isEmpty();
        }
    }

    private static DynamicTest invalid(String name, Consumer<Rollback> action, String... named) {
        return DynamicTest.dynamicTest(
                name,
                () -> sample.refusesWithoutTrace(
                        InvalidInputException.class, () -> action.accept(sample.rollback()), named));
    }

    private static DynamicTest explicit(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        return invalid(name, r -> r.plan(plan(wish)), named);
    }

    private static DynamicTest refused(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        Rollback rollback = sample.rollback();
        return DynamicTest.dynamicTest(
                name,
                () -> sample.refusesWithoutTrace(
                        RollbackRefusedException.class,
                        () -> rollback.revert(rollback.plan(plan(wish)), BadInput.accepting()),
                        named));
    }

    private static ExplicitPlan plan(Consumer<ExplicitPlan.Builder> wish) {
        ExplicitPlan.Builder builder = ExplicitPlan.builder();
        wish.accept(builder);
        return builder.build();
    }

    private static CaptureOptions only(String table) {
        return CaptureOptions.of("new").withTables(List.of(table));
    }

    private static PlanOptions onlyPlan(String table) {
        return PlanOptions.defaults().withOnly(List.of(table));
    }
}
