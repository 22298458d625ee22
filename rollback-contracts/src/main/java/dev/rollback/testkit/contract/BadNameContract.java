// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import dev.rollback.PlanOptions;
import dev.rollback.capture.CaptureOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private WrongInput wrong;

    @BeforeAll
    void migrate() {
        sample = Sample.migrated(server());
        wrong = new WrongInput(sample);
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
                wrong.invalid("plan: unknown label", r -> r.plan("nope"), "nope"),
                wrong.invalid("plan: empty label", r -> r.plan(""), "''"),
                wrong.invalid("verify: unknown label", r -> r.verify("nope"), "nope"),
                wrong.invalid("check: unknown label", r -> r.checkBackup("nope"), "nope"),
                wrong.invalid("drill: unknown label", r -> r.drillBackup("nope"), "nope"),
                wrong.invalid("mark: unknown label", r -> r.markMigrated("nope"), "nope"),
                wrong.invalid("restore: unknown label", r -> r.restore("nope", "rescue"), "nope"),
                wrong.invalid("capture: label taken", r -> r.capture("before"), "before"),
                wrong.invalid("capture: empty label", r -> r.capture(""), "label"),
                wrong.invalid("capture: blank label", r -> r.capture(" \t"), "label"),
                wrong.invalid("capture: long label", r -> r.capture(long101), "100"),
                wrong.invalid("capture: label of two lines", r -> r.capture("a\nb"), "label"),
                wrong.invalid("capture: unknown table", r -> r.capture(only("nope")), "nope"),
                wrong.invalid("capture: a view as table", r -> r.capture(only("amounts")), "amounts"),
                wrong.invalid(
                        "capture: table of another schema",
                        r -> r.capture(only("information_schema.tables")),
                        "information_schema.tables"),
                wrong.invalid("capture: quoted unknown table", r -> r.capture(only("\"Orders\"")), "\"Orders\""),
                wrong.invalid("capture: half a quote", r -> r.capture(only("\"orders")), "\"orders"),
                wrong.invalid("capture: blank table", r -> r.capture(only("")), "''"),
                wrong.invalid("plan only: unknown table", r -> r.plan("before", onlyPlan("nope")), "nope"),
                wrong.invalid(
                        "plan only: unknown schema", r -> r.plan("before", onlyPlan("nope.orders")), "nope.orders"),
                wrong.invalid("adopt: unknown structure", r -> r.adopt("a", "nope", Map.of("orders", "x")), "nope"),
                wrong.invalid("adopt: label taken", r -> r.adopt("before", "before", Map.of("orders", "x")), "before"),
                wrong.invalid(
                        "adopt: unknown table", r -> r.adopt("a", "before", Map.of("nope", "orders_backup")), "nope"),
                wrong.invalid("adopt: unknown copy", r -> r.adopt("a", "before", Map.of("orders", "nope")), "nope"),
                wrong.invalid(
                        "adopt: blank label", r -> r.adopt(" ", "before", Map.of("orders", "orders_backup")), "label"),
                wrong.invalid("cleanup: unknown run", r -> r.cleanup("4711"), "4711"),
                wrong.invalid("cleanup: no number", r -> r.cleanup("x; DROP"), "x; DROP"),
                wrong.invalid("cleanup: negative age", r -> r.cleanupOlderThan(Duration.ofHours(-1)), "negative"),
                wrong.invalid("resume: nothing open", r -> r.resume(null), "open"),
                wrong.invalid("resume: unknown run", r -> r.resume("4711"), "4711"),
                wrong.invalid("prune: negative", r -> r.prune(-1), "-1")));
    }

    @TestFactory
    Stream<DynamicTest> wrongExplicitPlans() {
        return sample.untouchedBy(Stream.of(
                wrong.explicit("nothing", b -> {}, "at least one"),
                wrong.explicit("drop table", b -> b.dropTable("nope"), "nope"),
                wrong.explicit("drop table: a view", b -> b.dropTable("amounts"), "amounts"),
                wrong.explicit("drop table: unknown schema", b -> b.dropTable("nope.orders"), "nope.orders"),
                wrong.explicit("drop column", b -> b.dropColumn("orders", "nope"), "orders", "nope"),
                wrong.explicit("drop column: unknown table", b -> b.dropColumn("nope", "id"), "nope"),
                wrong.explicit("drop index", b -> b.dropIndex("nope"), "nope"),
                wrong.explicit("drop index: a table", b -> b.dropIndex("orders"), "orders"),
                wrong.explicit("drop index: of a key", b -> b.dropIndex("customers_name_key"), "customers_name_key"),
                wrong.explicit("drop constraint", b -> b.dropConstraint("orders", "nope"), "orders", "nope"),
                wrong.explicit("drop constraint: unknown table", b -> b.dropConstraint("nope", "x"), "nope"),
                wrong.explicit(
                        "drop constraint: of another table",
                        b -> b.dropConstraint("customers", "orders_customer_fk"),
                        "orders_customer_fk"),
                wrong.explicit("remove partitioning", b -> b.removePartitioning("nope"), "nope"),
                wrong.explicit("remove partitioning: not partitioned", b -> b.removePartitioning("orders"), "orders"),
                wrong.explicit(
                        "the same twice", b -> b.dropColumn("orders", "paid").dropColumn("orders", "paid"), "paid")));
    }

    /** What other objects need is refused, naming both. */
    @TestFactory
    Stream<DynamicTest> neededByOthers() {
        return sample.untouchedBy(Stream.of(
                wrong.refused("the only column", b -> b.dropColumn("lonely", "only_column"), "only_column", "lonely"),
                wrong.refused("column of a view", b -> b.dropColumn("orders", "amount"), "amounts", "orders"),
                wrong.refused("table of a view", b -> b.dropTable("orders"), "amounts", "orders")));
    }

    private static CaptureOptions only(String table) {
        return CaptureOptions.of("new").withTables(List.of(table));
    }

    private static PlanOptions onlyPlan(String table) {
        return PlanOptions.defaults().withOnly(List.of(table));
    }
}
