// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.testkit.contract.Sample;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a plan writes though it changes nothing. */
class BadInputReadOnlyTest {

    /** Values of a changed type are tried in a function of the session, and even that is a write to the server. */
    @Test
    void aPlanThatCannotBeMadeSaysWhy() {
        try (Sample converted = Sample.captured(
                new ScenarioPostgres(),
                "CREATE TABLE t (id integer PRIMARY KEY, code varchar(3));"
                        + "INSERT INTO t SELECT i, i FROM generate_series(1, 9) i")) {
            converted.execute("ALTER TABLE t ALTER COLUMN code TYPE integer USING code::integer");
            converted.refusesWithoutTrace(
                    RollbackFailedException.class,
                    () -> Rollback.builder(Objects.requireNonNull(
                                    converted.database().readOnly().get("option of the URL")))
                            .build()
                            .plan("before"),
                    "read-only",
                    "pg_temp");
        }
    }
}
