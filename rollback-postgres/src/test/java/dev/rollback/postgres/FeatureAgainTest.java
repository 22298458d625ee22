// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.PgDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after a rollback: nothing to do, the same migration again, another one, and the clean-up in between or not. */
class FeatureAgainTest {
    private static final String REBUILD = "ALTER TABLE customers DROP COLUMN email, DROP COLUMN born";
    private static final String ALTER = "ALTER TABLE orders ADD COLUMN paid boolean";
    private static final String ADD = "CREATE TABLE extra (id integer PRIMARY KEY)";
    private static final String DROP = "DROP TABLE orders";

    @ParameterizedTest
    @ValueSource(strings = {REBUILD, ALTER, ADD, DROP})
    void nothingToDoAfterwards(String migration) {
        try (BadInput sample = BadInput.captured()) {
            sample.execute(migration);
            sample.worksNow();
            nothingToDo(sample);
            sample.rollback().cleanup("1");
            nothingToDo(sample);
        }
    }

    private static void nothingToDo(BadInput sample) {
        Rollback rollback = sample.rollback();
        PgDump.Data backups = PgDump.data(sample.database, "migration_backup");
        RollbackPlan plan = rollback.plan("before");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.lossesToAccept()).isEmpty();
        RollbackReport report = rollback.revert(plan);
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(report.run()).isEmpty();
        assertThat(PgDump.data(sample.database, "migration_backup")).isEqualTo(backups);
        assertThat(rollback.history()).hasSize(1);
        assertThat(rollback.verify("before").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {REBUILD, ALTER, ADD, DROP})
    void theSameMigrationAgain(String migration) {
        try (BadInput sample = BadInput.captured()) {
            PgDump.Data rows = PgDump.data(sample.database, "public");
            for (int i = 1; i <= 3; i++) {
                sample.execute(migration);
                sample.worksNow();
                assertThat(PgDump.data(sample.database, "public"))
                        .as("time " + i)
                        .isEqualTo(rows);
            }
            assertThat(sample.rollback().history())
                    .hasSize(3)
                    .allMatch(r -> r.target().equals("before"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REBUILD, ALTER, ADD, DROP})
    void anotherMigrationThen(String second) {
        try (BadInput sample = BadInput.captured()) {
            PgDump.Data rows = PgDump.data(sample.database, "public");
            sample.execute(REBUILD);
            sample.worksNow();
            sample.execute(second);
            sample.worksNow();
            assertThat(PgDump.data(sample.database, "public")).isEqualTo(rows);
            assertThat(sample.rollback().status().keptByRuns()).isNotEmpty();
        }
    }

    /** Writes between the rollback and the next migration stay. */
    @Test
    void writesInBetweenStay() {
        try (BadInput sample = BadInput.captured()) {
            sample.execute(REBUILD);
            sample.worksNow();
            sample.execute("""
                    INSERT INTO customers VALUES (100, 'between', 'between@example.org', '2020-02-02');
                    DELETE FROM orders WHERE customer_id = 7; DELETE FROM customers WHERE id = 7;
                    UPDATE customers SET name = 'renamed' WHERE id = 8
                    """);
            sample.rollback().capture("second");
            PgDump.Data rows = PgDump.data(sample.database, "public");
            sample.execute(REBUILD);
            Rollback rollback = sample.rollback();
            assertThat(rollback.revert(rollback.plan("second"), BadInput.accepting())
                            .isProven())
                    .isTrue();
            assertThat(PgDump.data(sample.database, "public")).isEqualTo(rows);
            assertThat(rollback.verify("second").findings()).isEmpty();
            assertThat(PgDump.schema(sample.database, "public")).isEqualTo(sample.before);
        }
    }
}
