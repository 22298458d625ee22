// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.plan.RollbackPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What comes after a rollback: nothing to do, the same migration again, another one, and the clean-up in between or not. */
public abstract class AgainContract implements Contract {
    private static final String REBUILD =
            "ALTER TABLE customers DROP COLUMN email;\nALTER TABLE customers DROP COLUMN born";
    private static final Map<String, String> MIGRATIONS = Map.of(
            "columns dropped", REBUILD,
            "column added", "ALTER TABLE orders ADD COLUMN paid boolean",
            "table added", "CREATE TABLE extra (id integer PRIMARY KEY)",
            "table dropped", "DROP TABLE orders");

    private Stream<DynamicTest> each(Consumer<String> test) {
        return MIGRATIONS.entrySet().stream()
                .map(m -> DynamicTest.dynamicTest(m.getKey(), () -> test.accept(m.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> nothingToDoAfterwards() {
        return each(migration -> {
            try (Sample sample = Sample.captured(server())) {
                sample.execute(migration);
                sample.worksNow();
                nothingToDo(sample);
                sample.rollback().cleanup("1");
                nothingToDo(sample);
            }
        });
    }

    private static void nothingToDo(Sample sample) {
        Rollback rollback = sample.rollback();
        List<String> ours = List.of(sample.database().backupSchema());
        String backups = sample.database().everything(ours);
        RollbackPlan plan = rollback.plan("before");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.lossesToAccept()).isEmpty();
        RollbackReport report = rollback.revert(plan);
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(report.run()).isEmpty();
        assertThat(sample.database().everything(ours)).isEqualTo(backups);
        assertThat(rollback.history()).hasSize(1);
        assertThat(rollback.verify("before").findings()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theSameMigrationAgain() {
        return each(migration -> {
            try (Sample sample = Sample.captured(server())) {
                String rows = sample.rows();
                for (int i = 1; i <= 2; i++) {
                    sample.execute(migration);
                    sample.worksNow();
                    assertThat(sample.rows()).as("time " + i).isEqualTo(rows);
                }
                assertThat(sample.rollback().history())
                        .hasSize(2)
                        .allMatch(r -> r.target().equals("before"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherMigrationThen() {
        return each(second -> {
            try (Sample sample = Sample.captured(server())) {
                String rows = sample.rows();
                sample.execute(REBUILD);
                sample.worksNow();
                sample.execute(second);
                sample.worksNow();
                assertThat(sample.rows()).isEqualTo(rows);
                assertThat(sample.rollback().status().keptByRuns()).isNotEmpty();
            }
        });
    }

    /** Writes between the rollback and the next migration stay. */
    @Test
    void writesInBetweenStay() {
        try (Sample sample = Sample.captured(server())) {
            sample.execute(REBUILD);
            sample.worksNow();
            sample.execute("""
                    INSERT INTO customers VALUES (100, 'between', 'between@example.org', '2020-02-02');
                    DELETE FROM orders WHERE customer_id = 7;
                    DELETE FROM customers WHERE id = 7;
                    UPDATE customers SET name = 'renamed' WHERE id = 8;
                    """);
            Rollback rollback = sample.rollback();
            rollback.capture("second");
            String rows = sample.rows();
            sample.execute(REBUILD);
            RollbackReport report = rollback.revert(rollback.plan("second"), Sample.accepting());
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(sample.rows()).isEqualTo(rows);
            assertThat(rollback.verify("second").findings()).isEmpty();
            assertThat(sample.structure()).isEqualTo(sample.before());
        }
    }
}
