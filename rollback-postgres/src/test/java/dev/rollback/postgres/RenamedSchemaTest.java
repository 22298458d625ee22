// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.testkit.contract.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snapshot knows its old name, and the live database its new one: a plan is told either. */
class RenamedSchemaTest {

    @Test
    void bothNamesAreKnown() {
        try (Sample moved = Sample.fresh(new ScenarioPostgres())) {
            moved.execute("CREATE SCHEMA shop CREATE TABLE goods (id integer PRIMARY KEY)");
            String before = moved.database().structure(List.of("shop"));
            over(moved, "shop").capture("before");
            moved.execute("ALTER SCHEMA shop RENAME TO store");
            for (String name : new String[] {"shop", "store"}) {
                Rollback rollback = over(moved, name);
                assertThat(rollback.plan("before").isEmpty()).isFalse();
                assertThat(rollback.verify("before").isClean()).isFalse();
                assertThat(rollback.status().backups()).hasSize(1);
            }
            Rollback rollback = over(moved, "shop");
            assertThat(rollback.revert(rollback.plan("before"), Sample.accepting())
                            .isProven())
                    .isTrue();
            assertThat(moved.database().structure(List.of("shop"))).isEqualTo(before);
        }
    }

    private static Rollback over(Sample sample, String schema) {
        return Rollback.builder(sample.database().dataSource()).schemas(schema).build();
    }
}
