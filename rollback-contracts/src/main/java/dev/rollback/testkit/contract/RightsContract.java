// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A user with the documented rights can do everything; without any one of them he is told which, and nothing is touched. The rights
 * and the objects that take them are the product's: {@code rights.ENGINE.sql}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
public abstract class RightsContract implements Contract {
    private Sample sample;
    private ContractUser user;
    private Rollback rollback;
    private String before;

    @BeforeAll
    void grant() {
        sample = Sample.fresh(server(), "CREATE TABLE anchor (id integer NOT NULL PRIMARY KEY)");
        user = sample.database().freshUser();
        asAdmin(part("grants"));
        asUser(part("before"));
        before = sample.structure();
        rollback = Rollback.builder(user.database().dataSource())
                .schemas(sample.database().schema())
                .backupSchema(sample.database().backupSchema())
                .build();
    }

    @AfterAll
    void close() {
        sample.close();
        user.close();
    }

    @Test
    @Order(1)
    void nothingToSeeAtFirst() {
        assertThat(rollback.backups()).isEmpty();
        assertThat(rollback.history()).isEmpty();
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> eachOneThatACaptureNeeds() {
        return each("capture", r -> r.capture("before"));
    }

    @Test
    @Order(3)
    void aCaptureWithAllOfThem() {
        rollback.capture("before");
        asUser(part("migrate"));
        assertThat(rollback.verify("before").isClean()).isFalse();
    }

    /** What the plan reads is missed by the plan already; what the run changes, by the run. */
    @TestFactory
    @Order(4)
    Stream<DynamicTest> eachOneThatARunNeeds() {
        return each("run", r -> r.revert(r.plan("before"), Sample.accepting()));
    }

    @Test
    @Order(5)
    void everythingWithAllOfThem() {
        assertThat(rollback.history()).isEmpty();
        RollbackReport report = rollback.revert(rollback.plan("before"), Sample.accepting());
        assertThat(report.isProven()).as(report.toText()).isTrue();
        assertThat(sample.structure()).isEqualTo(before);
        assertThat(rollback.cleanup(report.run())).isNotEmpty();
        assertThat(rollback.drillBackup("before").problems()).isEmpty();
        rollback.prune(0);
        assertThat(rollback.backups()).isEmpty();
    }

    private Stream<DynamicTest> each(String part, Consumer<Rollback> action) {
        List<Right> rights = Right.all(part(part));
        assertThat(rights).isNotEmpty();
        return rights.stream()
                .map(right -> dynamicTest(right.named(), () -> {
                    asAdmin(right.take());
                    try {
                        sample.refusesWithoutTrace(
                                RollbackFailedException.class, () -> action.accept(rollback), right.named());
                    } finally {
                        asAdmin(right.give());
                    }
                }));
    }

    private String part(String name) {
        return ContractSql.part(server(), "rights", name).replace("%user%", user.name());
    }

    private void asAdmin(String sql) {
        sample.execute(sql);
    }

    private void asUser(String sql) {
        user.database().execute(sql);
    }
}
