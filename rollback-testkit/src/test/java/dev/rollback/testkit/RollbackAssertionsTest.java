// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import static dev.rollback.testkit.RollbackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.KitDatabase.Server;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackAssertionsTest {
    private static final String LOSS = "COLUMN_REMOVED PERSON.PHONE";

    private KitDatabase database;
    private Rollback rollback;

    @BeforeEach
    void before() throws Exception {
        database = Server.H2.fresh().execute("""
                CREATE TABLE person (id int PRIMARY KEY, name varchar(20));
                INSERT INTO person VALUES (1, 'Ann');
                """);
        rollback = Rollback.builder(database.dataSource()).build();
        rollback.capture("before");
    }

    @AfterEach
    void after() throws Exception {
        database.close();
    }

    private RollbackPlan lossy() throws Exception {
        database.execute("ALTER TABLE person ADD COLUMN phone varchar(20)").execute("UPDATE person SET phone = '1'");
        return rollback.plan("before");
    }

    @Test
    void whatHoldsPasses() throws Exception {
        assertThat(rollback.plan("before")).hasNothingToDo().losesNothing();
        assertThat(rollback.verify("before")).isClean();
        RollbackPlan plan = lossy();
        assertThat(plan).isPossible().hasOnlyAcceptedLosses(LOSS);

        RollbackReport report = rollback.revert(
                plan, RevertOptions.builder().allowDataLoss(true).build());

        assertThat(report).isProven().hasOnlyAcceptedLosses(LOSS).hasExclusiveLockBelow(Duration.ofMinutes(1));
        assertThat(rollback.verify("before")).isClean();
    }

    @Test
    void whatDoesNotHoldFailsInWords() throws Exception {
        RollbackPlan plan = lossy();
        assertThatThrownBy(() -> assertThat(plan).hasNothingToDo())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PHONE");
        assertThatThrownBy(() -> assertThat(plan).losesNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(LOSS);
        assertThatThrownBy(() -> assertThat(rollback.verify("before")).isClean())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PHONE");

        RollbackReport report = rollback.revert(
                plan, RevertOptions.builder().allowDataLoss(true).build());

        assertThatThrownBy(() -> assertThat(report).losesNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(LOSS);
        assertThatThrownBy(() -> assertThat(report).hasExclusiveLockBelow(Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Readers and writers waited");
    }

    @Test
    void aDryRunIsNotProven() throws Exception {
        RollbackReport report = rollback.revert(
                lossy(),
                RevertOptions.builder().allowDataLoss(true).dryRun(true).build());

        assertThatThrownBy(() -> assertThat(report).isProven())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not proven");
    }
}
