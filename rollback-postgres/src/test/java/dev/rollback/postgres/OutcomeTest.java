// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.revert.Run;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.PgDump;
import org.junit.jupiter.api.Test;

/** What a run says about the state of the database when it does not end as wished, or was only asked what it would do. */
class OutcomeTest {

    @Test
    void aProofThatFailsBeforeTheCommitUndoesEverything() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            sample.execute("""
                    CREATE SCHEMA elsewhere;
                    CREATE FUNCTION elsewhere.meddle() RETURNS event_trigger LANGUAGE plpgsql AS
                        $$ BEGIN COMMENT ON COLUMN public.orders.id IS 'meddled with'; END $$;
                    CREATE EVENT TRIGGER meddle ON ddl_command_end WHEN TAG IN ('ALTER TABLE')
                        EXECUTE FUNCTION elsewhere.meddle();
                    """);
            String migrated = PgDump.schema(ScenarioPostgres.of(sample), "public");
            Rollback rollback = sample.rollback();
            RollbackReport report = rollback.revert(rollback.plan("before"), Sample.accepting());
            assertThat(report.outcome()).isEqualTo(Outcome.UNDONE);
            assertThat(report.isProven()).isFalse();
            assertThat(report.kept()).isEmpty();
            assertThat(report.toText())
                    .contains("everything was undone, the database is as it was before the run")
                    .contains("table public.orders")
                    .contains("Next: ", "'rollback --to before'");
            assertThat(PgDump.schema(ScenarioPostgres.of(sample), "public")).isEqualTo(migrated);
            Run run = rollback.history().get(0);
            assertThat(run.state()).isEqualTo(Run.State.VERIFICATION_FAILED);
            assertThat(run.message()).startsWith("undone, the database is as it was before the run");
            sample.execute("DROP EVENT TRIGGER meddle");
            sample.worksNow();
        }
    }

    /** The server's detail says which object; it stands in the one line of the message and of the journal. */
    @Test
    void aFailedStepIsToldInOneLineWithItsDetail() {
        try (Sample sample = Sample.migrated(new ScenarioPostgres())) {
            sample.execute("""
                    CREATE SCHEMA elsewhere;
                    CREATE FUNCTION elsewhere.refuse() RETURNS event_trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE 'not today' USING DETAIL = 'The moon is full.', HINT = 'Wait.'; END $$;
                    CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE INDEX')
                        EXECUTE FUNCTION elsewhere.refuse();
                    ALTER TABLE orders DROP COLUMN amount;
                    """);
            Rollback rollback = sample.rollback();
            RollbackFailedException failure = sample.refuses(
                    RollbackFailedException.class,
                    () -> rollback.revert(rollback.plan("before"), Sample.accepting()),
                    "run 1",
                    "orders_amount_idx",
                    "not today. Detail: The moon is full. Hint: Wait, SQLState P0001).",
                    "as it was before the run");
            assertThat(failure.next()).contains("run the rollback again");
            assertThat(rollback.history().get(0).message())
                    .startsWith("undone, ")
                    .contains("orders_amount_idx", "The moon is full")
                    .doesNotContain("\n");
        }
    }
}
