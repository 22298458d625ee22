// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Names of things that are not there or not allowed: a sentence that names the culprit, and nothing touched. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BadNameContract implements Contract {
    private Sample sample;

    @BeforeAll
    void migrate() {
        sample = Sample.migrated(server());
        sample.execute("""
                CREATE VIEW amounts AS SELECT amount FROM orders;
                CREATE TABLE lonely (only_column integer);
                ALTER TABLE customers ADD CONSTRAINT customers_name_key UNIQUE (name);
                """);
    }

    @AfterAll
    void close() {
        sample.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongNames() {
        String long101 = "x".repeat(101);
        return sample.untouchedBy(Stream.of(
                invalid("plan: unknown label", r -> r.plan("nope"), "nope"),
                invalid("plan: empty label", r -> r.plan(""), "''"),
                invalid("verify: unknown label", r -> r.verify("nope"), "nope"),
                invalid("check: unknown label", r -> r.checkBackup("nope"), "nope"),
                invalid("drill: unknown label", r -> r.drillBackup("nope"), "nope"),
                invalid("mark: unknown label", r -> r.markMigrated("nope"), "nope"),
                invalid("restore: unknown label", r -> r.restore("nope", "rescue"), "nope"),
                invalid("capture: label taken", r -> r.capture("before"), "before"),
                invalid("capture: empty label", r -> r.capture(""), "label"),
                invalid("capture: blank label", r -> r.capture(" \t"), "label"),
                invalid("capture: long label", r -> r.capture(long101), "100"),
                invalid("capture: label of two lines", r -> r.capture("a\nb"), "label"),
                invalid("capture: unknown table", r -> r.capture(only("nope")), "nope"),
                invalid("capture: a view as table", r -> r.capture(only("amounts")), "amounts"),
                invalid(
                        "capture: table of another schema",
                        r -> r.capture(only("information_schema.tables")),
                        "information_schema.tables"),
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
                invalid("prune: negative", r -> r.prune(-1), "-1")));
    }

    @TestFactory
    Stream<DynamicTest> wrongExplicitPlans() {
        return sample.untouchedBy(Stream.of(
                explicit("nothing", b -> {}, "at least one"),
                explicit("drop table", b -> b.dropTable("nope"), "nope"),
                explicit("drop table: a view", b -> b.dropTable("amounts"), "amounts"),
                explicit("drop table: unknown schema", b -> b.dropTable("nope.orders"), "nope.orders"),
                explicit("drop column", b -> b.dropColumn("orders", "nope"), "orders", "nope"),
                explicit("drop column: unknown table", b -> b.dropColumn("nope", "id"), "nope"),
                explicit("drop index", b -> b.dropIndex("nope"), "nope"),
                explicit("drop index: a table", b -> b.dropIndex("orders"), "orders"),
                explicit("drop index: of a key", b -> b.dropIndex("customers_name_key"), "customers_name_key"),
                explicit("drop constraint", b -> b.dropConstraint("orders", "nope"), "orders", "nope"),
                explicit("drop constraint: unknown table", b -> b.dropConstraint("nope", "x"), "nope"),
                explicit(
                        "drop constraint: of another table",
                        b -> b.dropConstraint("customers", "orders_customer_fk"),
                        "orders_customer_fk"),
                explicit("remove partitioning", b -> b.removePartitioning("nope"), "nope"),
                explicit("remove partitioning: not partitioned", b -> b.removePartitioning("orders"), "orders"),
                explicit("the same twice", b -> b.dropColumn("orders", "paid").dropColumn("orders", "paid"), "paid")));
    }

    /** What other objects need is refused, naming both. */
    @TestFactory
    Stream<DynamicTest> neededByOthers() {
        return sample.untouchedBy(Stream.of(
                refused("the only column", b -> b.dropColumn("lonely", "only_column"), "only_column", "lonely"),
                refused("column of a view", b -> b.dropColumn("orders", "amount"), "amounts", "orders"),
                refused("table of a view", b -> b.dropTable("orders"), "amounts", "orders")));
    }

    private DynamicTest invalid(String name, Consumer<Rollback> action, String... named) {
        return dynamicTest(
                name, () -> sample.fails(InvalidInputException.class, () -> action.accept(sample.rollback()), named));
    }

    private DynamicTest explicit(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        return invalid(name, r -> r.plan(plan(wish)), named);
    }

    private DynamicTest refused(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        Rollback rollback = sample.rollback();
        return dynamicTest(
                name,
                () -> sample.fails(
                        RollbackRefusedException.class,
                        () -> rollback.revert(rollback.plan(plan(wish)), Sample.accepting()),
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
