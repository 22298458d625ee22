// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testkit.contract.Sample;
import dev.rollback.testkit.contract.WrongInput;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names of things that only PostgreSQL has. */
class BadInputTest {
    private static Sample sample;

    @BeforeAll
    static void migrate() {
        sample = Sample.migrated(new ScenarioPostgres());
        sample.execute("""
                CREATE TABLE parts (id integer, extra text) PARTITION BY LIST (id);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
                """);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongNames() {
        WrongInput wrong = new WrongInput(sample);
        return sample.untouchedBy(Stream.of(
                wrong.explicit("drop table: a partition", b -> b.dropTable("parts_1"), "parts_1"),
                wrong.explicit("drop column: system column", b -> b.dropColumn("orders", "ctid"), "ctid"),
                wrong.explicit("drop column: inherited", b -> b.dropColumn("parts_1", "extra"), "parts"),
                wrong.explicit("remove partitioning: of a partition", b -> b.removePartitioning("parts_1"), "parts_1"),
                wrong.refused("a partition key", b -> b.dropColumn("parts", "id"), "parts", "id")));
    }
}
