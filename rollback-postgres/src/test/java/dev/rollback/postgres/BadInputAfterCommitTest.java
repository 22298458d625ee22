// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.testservers.PgDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A failure between the commit of the steps and the end of the run: it never says that they were undone. */
class BadInputAfterCommitTest {

    @Test
    void killedAfterTheCommit() {
        try (BadInput sample = BadInput.migrated()) {
            Rollback killed =
                    sample.builder().check(BadInputAfterCommitTest::kill).build();
            saysTheTruth(sample, killed);
            Rollback rollback = sample.rollback();
            assertThat(rollback.status().openRuns()).hasSize(1);
            RollbackReport report = rollback.resume(null);
            sample.proves(report);
            assertThat(report.steps()).as("nothing is done twice").isEmpty();
            assertThat(rollback.status().openRuns()).isEmpty();
            assertThat(rollback.history().get(0).kept()).containsExactly("migration_backup.run1_customers");
            assertThat(rollback.cleanup("1")).containsExactly("migration_backup.run1_customers");
        }
    }

    private static Optional<String> kill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }
        return Optional.empty();
    }

    @Test
    void aTableOfTheRecordIsMadeAnew() {
        try (BadInput sample = BadInput.migrated()) {
            sample.execute("DROP TABLE migration_backup.rollback_row_state");
            Rollback rollback = sample.rollback();
            sample.proves(rollback.revert(rollback.plan("before"), BadInput.accepting()));
        }
    }

    private static void saysTheTruth(BadInput sample, Rollback rollback) {
        RollbackFailedException failure = catchThrowableOfType(
                RollbackFailedException.class, () -> rollback.revert(rollback.plan("before"), BadInput.accepting()));
        boolean done = PgDump.schema(sample.database, "public").equals(sample.before);
        assertThat(failure).isNotNull();
        BadInput.isClear(failure);
        if (done) {
            assertThat(failure.state()).doesNotContain("undo", "unfinished", "as it was before the run");
        }
    }
}
