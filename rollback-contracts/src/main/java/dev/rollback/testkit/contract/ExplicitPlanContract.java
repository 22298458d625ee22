// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import org.junit.jupiter.api.Test;

/** What a host names by hand: partitioning removed, columns, tables, indexes and constraints dropped. */
public abstract class ExplicitPlanContract implements Contract {
    @Test
    void removesPartitioningWithTheKeyItHadBefore() {
        if (server().lacking().contains(Feature.PARTITIONS)) {
            partitioningIsRefused();
            return;
        }
        String migrate = ContractSql.part(server(), "partitioned", "migrate");
        try (Sample sample = Sample.captured(server(), ContractSql.part(server(), "partitioned", "before"))) {
            sample.execute(migrate);
            Rollback rollback = sample.rollback();
            RollbackPlan plan = rollback.plan(ExplicitPlan.builder()
                    .removePartitioningIfPartitioned("metrics")
                    .build());
            assertThat(plan.notes())
                    .first()
                    .asString()
                    .matches(".*\\.metrics is partitioned by RANGE.* into 2 partitions\\.");
            assertThat(plan.notes())
                    .anyMatch(n -> n.matches("Partition metrics_b of .*metrics: about [0-9]+ rows?, .*B"));
            RollbackReport report = rollback.revert(plan);

            assertThat(report.outcome()).as(report.toText()).isEqualTo(Outcome.DONE);
            assertThat(sample.structure()).isEqualTo(sample.before());
            assertThat(sample.value("SELECT count(*) + max(id) FROM metrics")).isEqualTo("1501");
            String kept = sample.database().backupSchema() + ".run1_metrics";
            assertThat(report.kept()).containsExactly(kept);
            assertThat(sample.value("SELECT count(*) FROM %backup%.run1_metrics"))
                    .isEqualTo("501");
            assertThat(rollback.cleanup("1")).containsExactly(kept);
            assertThat(rollback.status().keptByRuns()).isEmpty();
        }
    }

    private void partitioningIsRefused() {
        try (Sample sample = Sample.fresh(server())) {
            sample.refusesWithoutTrace(
                    InvalidInputException.class,
                    () -> sample.rollback()
                            .plan(ExplicitPlan.builder()
                                    .removePartitioning("orders")
                                    .build()),
                    "orders",
                    "not partitioned");
        }
    }

    @Test
    void dropsAddedColumnsAndTablesInDependencyOrder() {
        try (Sample sample = Sample.fresh(server())) {
            sample.execute("""
                    ALTER TABLE customers ADD wiki_id varchar(20);
                    ALTER TABLE orders ADD wiki_id varchar(20);
                    CREATE INDEX customers_wiki_idx ON customers (wiki_id);
                    CREATE TABLE queue_data (id int PRIMARY KEY);
                    CREATE TABLE queue_items (id int PRIMARY KEY, queue int,
                        CONSTRAINT queue_fk FOREIGN KEY (queue) REFERENCES queue_data (id));
                    INSERT INTO queue_data VALUES (1);
                    UPDATE customers SET wiki_id = 'x';
                    """);
            Rollback rollback = sample.rollback();
            RollbackPlan plan = rollback.plan(ExplicitPlan.builder()
                    .dropColumn("customers", "wiki_id")
                    .dropColumnIfExists("orders", "wiki_id")
                    .dropColumnIfExists("orders", "never_there")
                    .dropTable("queue_data")
                    .dropTable("queue_items")
                    .dropTableIfExists("never_there")
                    .build());
            sample.refuses(RollbackRefusedException.class, () -> rollback.revert(plan), "wiki_id", "queue_data");
            RollbackReport report = rollback.revert(plan, Sample.accepting());

            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(sample.structure()).isEqualTo(sample.before());
            assertThat(report.safetyLabel()).isEqualTo("safety-run-1");
            assertThat(sample.value("SELECT wiki_id FROM %backup%.customers_backup WHERE id = 1"))
                    .isEqualTo("x");
            assertThat(report.kept())
                    .allMatch(k -> k.startsWith(sample.database().backupSchema() + ".run1_queue_"))
                    .hasSize(2);
        }
    }

    @Test
    void onlyWhatIsThereIsDropped() {
        try (Sample sample = Sample.fresh(server())) {
            RollbackPlan plan = sample.rollback()
                    .plan(ExplicitPlan.builder()
                            .dropColumnIfExists("orders", "never_there")
                            .dropColumnIfExists("never_there", "id")
                            .dropTableIfExists("never_there")
                            .removePartitioningIfPartitioned("orders")
                            .build());
            assertThat(plan.isEmpty()).isTrue();
            assertThat(sample.rollback().revert(plan).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }

    @Test
    void dropsIndexesAndConstraints() {
        try (Sample sample = Sample.fresh(server())) {
            sample.execute("""
                    CREATE INDEX orders_both_idx ON orders (amount, id);
                    ALTER TABLE orders ADD CONSTRAINT orders_positive CHECK (amount >= 0);
                    ALTER TABLE customers ADD CONSTRAINT customers_name_key UNIQUE (name);
                    """);
            Rollback rollback = sample.rollback();
            RollbackReport report = rollback.revert(rollback.plan(ExplicitPlan.builder()
                    .dropIndex("orders_both_idx")
                    .dropConstraint("orders", "orders_positive")
                    .dropConstraint("customers", "customers_name_key")
                    .build()));
            assertThat(report.outcome()).as(report.toText()).isEqualTo(Outcome.DONE);
            assertThat(sample.structure()).isEqualTo(sample.before());
        }
    }

    @Test
    void droppingAColumnLeavesThePropertiesOfOthersAlone() {
        String sql = ContractSql.part(server(), "columns", "before");
        try (Sample sample = Sample.fresh(server(), sql)) {
            sample.execute("ALTER TABLE words ADD COLUMN a varchar(10)");
            Rollback rollback = sample.rollback();
            RollbackReport report = rollback.revert(rollback.plan(
                    ExplicitPlan.builder().dropColumn("words", "a").build()));
            assertThat(report.outcome()).as(report.toText()).isEqualTo(Outcome.DONE);
            assertThat(sample.structure()).isEqualTo(sample.before());
        }
    }
}
