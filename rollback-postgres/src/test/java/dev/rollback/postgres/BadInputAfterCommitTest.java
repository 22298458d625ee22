// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.Rollback;
import dev.rollback.testkit.contract.Sample;
import org.junit.jupiter.api.Test;

/** A failure between the commit of the steps and the end of the run: it never says that they were undone. */
class BadInputAfterCommitTest {

    @Test
    void aTableOfTheRecordIsMadeAnew() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            sample.execute("DROP TABLE migration_backup.rollback_row_state");
            Rollback rollback = sample.rollback();
            sample.proves(rollback.revert(rollback.plan("before"), Sample.accepting()));
        }
    }
}
