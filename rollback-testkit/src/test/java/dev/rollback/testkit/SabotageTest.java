// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.KitDatabase.Server;
import dev.rollback.testkit.MigrationResult.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rollback that goes wrong is found out, and told so that it can be understood. */
class SabotageTest {

    /** @param when the rollback after which the damage is done: 1 right after the migration, 2 with rows written in between */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | UPDATE customer SET name = 'other' WHERE id = 1              | NAME was 'Ann' and is 'other'
            1 | DELETE FROM customer WHERE id = 1                            | row ID=1 is missing
            1 | INSERT INTO customer (id, name) VALUES (77, 'x')             | row ID=77 is there and was not
            1 | ALTER TABLE customer ADD COLUMN left_over int                | column LEFT_OVER is there and was not
            1 | CREATE INDEX left_over ON customer (name)                    | index LEFT_OVER is there and was not
            1 | ALTER TABLE customer ALTER COLUMN name DROP NOT NULL         | CUSTOMER, column NAME
            2 | DELETE FROM customer WHERE name LIKE 'x%'                    | was inserted after the migration and is missing
            2 | UPDATE customer SET name = 'lost' WHERE name LIKE 'xxx%'     | NAME was 'xxx
            2 | INSERT INTO customer (id, name) VALUES (77, 'x')             | row ID=77 is there and nobody wrote it
            2 | DROP TABLE customer                                          | CUSTOMER, column ID is missing
            """)
    void damageIsFound(int when, String damage, String message) throws Exception {
        try (KitDatabase database = Server.H2.fresh()) {
            MigrationSource shop = FlywayMigrations.in("classpath:shop");
            MigrationTrial trial = MigrationTrial.of(
                            database.dataSource(),
                            (source, rollback) -> new Damaging(shop.on(source, rollback), database, damage, when + 2))
                    .build();

            assertThat(trial.next().outcome()).isEqualTo(Outcome.REVERSED);
            MigrationResult second = trial.next();

            assertThat(second.outcome()).as(second.toText()).isEqualTo(Outcome.WRONG);
            assertThat(second.toText()).contains("V2__phone.sql: comes back wrong", message);
        }
    }

    /** Does damage after one of the rollbacks. */
    private static final class Damaging implements MigrationSteps {
        private final MigrationSteps inner;
        private final KitDatabase database;
        private final String damage;
        private final int after;
        private int rollbacks;

        private Damaging(MigrationSteps inner, KitDatabase database, String damage, int after) {
            this.inner = inner;
            this.database = database;
            this.damage = damage;
            this.after = after;
        }

        @Override
        public RollbackReport down(RollbackPlan plan, RevertOptions options) throws Exception {
            RollbackReport report = inner.down(plan, options);
            if (++rollbacks == after) {
                damage();
            }
            return report;
        }

        private void damage() throws SQLException {
            database.execute(damage);
        }

        @Override
        public List<String> pending() throws Exception {
            return inner.pending();
        }

        @Override
        public void up(String migration) throws Exception {
            inner.up(migration);
        }

        @Override
        public void upWithoutCapture(String migration) throws Exception {
            inner.upWithoutCapture(migration);
        }

        @Override
        public Optional<RollbackPlan> planDown() throws Exception {
            return inner.planDown();
        }

        @Override
        public Set<String> ownTables() {
            return inner.ownTables();
        }

        @Override
        public Rollback rollback() {
            return inner.rollback();
        }
    }
}
