// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.verify.Verification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One rich database is captured, migrated, written to and rolled back. Then copies of it are damaged, each in one place: the
 * verification must find every damage and name what is damaged. A new damage needs no Java: see {@code damage/damages.sql}.
 */
class DamageTest {
    private static final PostgresFixture FIXTURE = new PostgresFixture();
    private static final TestDatabase CONTROL = FIXTURE.server.freshDatabase();
    private static final TestDatabase DATABASE = FIXTURE.server.freshDatabase();
    private static final TestDatabase COPY = FIXTURE.server.freshDatabase();

    @BeforeAll
    static void rollBack() {
        FIXTURE.run(DATABASE, "damage/before.sql");
        Rollback rollback = rollback(DATABASE);
        rollback.capture("before");
        assertThat(rollback.verify("before").findings()).isEmpty();
        FIXTURE.run(DATABASE, "damage/migrate.sql");
        FIXTURE.run(DATABASE, "damage/writes.sql");
        RevertOptions options = RevertOptions.builder().allowDataLoss(true).build();
        RollbackReport report = rollback.revert(rollback.plan("before"), options);
        assertThat(report.isProven()).as(report.toText()).isTrue();
    }

    @AfterAll
    static void close() {
        COPY.close();
        DATABASE.close();
        CONTROL.close();
        FIXTURE.close();
    }

    private static Rollback rollback(TestDatabase database) {
        return Rollback.builder(database.dataSource()).schemas("shop").build();
    }

    /** Makes the copy anew from the database that was rolled back. */
    private static void copy() {
        CONTROL.execute("DROP DATABASE " + COPY.name() + " WITH (FORCE)");
        CONTROL.execute("CREATE DATABASE " + COPY.name() + " TEMPLATE " + DATABASE.name());
    }

    @Test
    void undamagedIsClean() {
        assertThat(rollback(DATABASE).verify("before").findings()).isEmpty();
        copy();
        assertThat(rollback(COPY).verify("before").findings()).isEmpty();
    }

    @Test
    void everyLevelComparesSomething() {
        assertThat(rollback(DATABASE).verify("before").levels())
                .filteredOn(rung -> rung.skipped().isEmpty())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(rung -> assertThat(rung.compared()).isPositive());
    }

    @TestFactory
    Stream<DynamicTest> damages() {
        List<Damage> damages = Damage.all(FIXTURE);
        assertThat(damages).hasSizeGreaterThan(150);
        return damages.stream().map(d -> DynamicTest.dynamicTest(d.name(), () -> find(d)));
    }

    private static void find(Damage damage) {
        copy();
        COPY.execute(damage.sql());
        Verification verification = rollback(COPY).verify("before");
        assertThat(verification.isClean()).isFalse();
        assertThat(verification.findings())
                .as("a finding names " + damage.named())
                .anyMatch(f -> f.object().contains(damage.named()));
    }
}
