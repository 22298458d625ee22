// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.verify.Verification;
import java.util.List;
import java.util.Optional;
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
 * A database is captured, migrated and rolled back; then it is damaged, each time in one place. The verification must find every
 * damage and name what is damaged. What a product's own objects can suffer is the dialect's: a database with one of each kind, and a
 * list of damages. Where the product copies databases, each damage is done to a copy; else they pile up, each after a capture.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
public abstract class DamageContract implements Contract {
    private Sample sample;
    private ContractUser owner;
    private ContractUser reader;

    /** A script that makes one of each kind; {@code %owner%} and {@code %reader%} are users, {@code %schema%} the schema. */
    protected abstract String objects();

    /** What is done to it before it is rolled back, as far as that is of use. */
    protected abstract String migration();

    /** Where the objects are; the schema of the database if the script makes none. */
    protected String schema() {
        return sample.database().schema();
    }

    /** What can happen to them. */
    protected abstract List<Damage> damages();

    @BeforeAll
    void rollBack() {
        sample = Sample.fresh(server(), "CREATE TABLE anchor (id integer NOT NULL PRIMARY KEY)");
        owner = sample.database().freshUser();
        reader = sample.database().freshUser();
        sample.execute("DROP TABLE anchor;\n" + filled(objects()));
        Rollback rollback = over(sample.database());
        rollback.capture("before");
        assertThat(rollback.verify("before").findings()).isEmpty();
        sample.execute(filled(migration()));
        RollbackReport report = rollback.revert(rollback.plan("before"), Sample.accepting());
        assertThat(report.isProven()).as(report.toText()).isTrue();
    }

    @AfterAll
    void close() {
        sample.close();
        owner.close();
        reader.close();
    }

    private Rollback over(ContractDatabase database) {
        return Rollback.builder(database.dataSource())
                .schemas(schema())
                .backupSchema(database.backupSchema())
                .build();
    }

    private String filled(String text) {
        return text.replace("%owner%", owner.name()).replace("%reader%", reader.name());
    }

    @Test
    @Order(1)
    void everyLevelComparesSomething() {
        Verification verification = over(sample.database()).verify("before");
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.levels())
                .filteredOn(rung -> rung.skipped().isEmpty())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(rung -> assertThat(rung.compared()).isPositive());
    }

    /** In any product, to tables and rows; taken back each time, and the verification is clean again. */
    @TestFactory
    Stream<DynamicTest> toTablesAndRows() {
        Sample tables = Sample.migrated(server());
        tables.worksNow();
        return Right.all(ContractSql.part(server(), "damage", "damages")).stream()
                .map(damage -> dynamicTest(damage.named() + damage.take().replace('\n', ' '), () -> {
                    tables.execute(damage.take());
                    finds(tables.rollback().verify("before"), named(tables, damage.named()));
                    tables.execute(damage.give());
                    assertThat(tables.rollback().verify("before").findings()).isEmpty();
                }))
                .onClose(tables::close);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> toObjects() {
        return damages().stream()
                .map(damage -> dynamicTest(damage.name(), () -> {
                    Optional<ContractDatabase> copied = sample.database().copy();
                    if (copied.isPresent()) {
                        try (ContractDatabase copy = copied.get()) {
                            copy.execute(filled(damage.sql()));
                            finds(over(copy).verify("before"), filled(damage.named()));
                        }
                    } else {
                        pileUp(damage);
                    }
                }));
    }

    private void pileUp(Damage damage) {
        Rollback rollback = over(sample.database());
        rollback.capture(CaptureOptions.of(damage.name()).withStructureOnly());
        sample.execute(filled(damage.sql()));
        finds(rollback.verifyStructure(damage.name()), named(sample, filled(damage.named())));
    }

    private static String named(Sample sample, String name) {
        return name.replace("%schema%", sample.database().schema());
    }

    private static void finds(Verification verification, String named) {
        assertThat(verification.isClean()).isFalse();
        assertThat(verification.findings())
                .as("a finding names " + named)
                .anyMatch(f -> f.object().contains(named));
    }
}
