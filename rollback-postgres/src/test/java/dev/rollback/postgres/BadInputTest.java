// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.testkit.contract.Sample;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names of things that only PostgreSQL has. */
class BadInputTest {
    private static Sample sample;

    @BeforeAll
    static void migrate() {
        sample = Sample.migrated(new ScenarioPostgres());
        sample.execute("""
                CREATE TABLE parts (id integer, extra text) PARTITION BY LIST (id);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
                """);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongNames() {
        CaptureOptions catalog = CaptureOptions.of("new").withTables(List.of("pg_catalog.pg_class"));
        return sample.untouchedBy(Stream.of(
                invalid("capture: table of another schema", r -> r.capture(catalog), "pg_class"),
                explicit("drop table: a partition", b -> b.dropTable("parts_1"), "parts_1"),
                explicit("drop column: system column", b -> b.dropColumn("orders", "ctid"), "ctid"),
                explicit("drop column: inherited", b -> b.dropColumn("parts_1", "extra"), "parts"),
                explicit("drop index: of a key", b -> b.dropIndex("orders_pkey"), "orders_pkey"),
                explicit("remove partitioning: of a partition", b -> b.removePartitioning("parts_1"), "parts_1"),
                neededByOthers("a partition key", b -> b.dropColumn("parts", "id"), "parts", "id")));
    }

    private static DynamicTest invalid(String name, Consumer<Rollback> action, String... named) {
        return dynamicTest(
                name, () -> sample.fails(InvalidInputException.class, () -> action.accept(sample.rollback()), named));
    }

    private static DynamicTest explicit(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
        return invalid(name, r -> r.plan(plan(wish)), named);
    }

    private static DynamicTest neededByOthers(String name, Consumer<ExplicitPlan.Builder> wish, String... named) {
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
}
