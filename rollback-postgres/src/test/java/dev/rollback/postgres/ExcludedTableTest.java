// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.PlanOptions;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A migration tool's own record stays out of everything, and is written in the transaction of the run. */
class ExcludedTableTest {
    private static final RevertOptions ACCEPTING =
            RevertOptions.builder().allowDataLoss(true).build();

    private TestDatabase database;
    private Rollback rollback;

    @BeforeEach
    void before() {
        database = TestPostgres.shared().freshDatabase();
        database.execute("""
                CREATE TABLE history (rank int PRIMARY KEY, word text);
                CREATE INDEX history_word ON history (word);
                INSERT INTO history VALUES (1, 'one');
                CREATE TABLE t (id serial PRIMARY KEY, c text);
                INSERT INTO t (c) VALUES ('a')
                """);
        rollback = Rollback.builder(database.dataSource()).exclude("history").build();
    }

    @AfterEach
    void after() {
        database.close();
    }

    private void migrate() {
        database.execute("ALTER TABLE t DROP COLUMN c; INSERT INTO history VALUES (2, 'two')");
    }

    private ClosingStep closing(String sql) {
        return new ClosingStep(
                "public", "history", "take 2 out", List.of(sql), "SELECT max(rank)::text FROM public.history", "2");
    }

    @Test
    void theTableIsNeitherCapturedNorTakenBack() {
        rollback.capture("before");
        migrate();
        assertThat(rollback.backup("before").orElseThrow().tables()).hasSize(1);
        assertThat(rollback.plan("before").steps())
                .noneMatch(s -> s.object().path().contains("history"));
        assertThat(rollback.revert(rollback.plan("before"), ACCEPTING).isProven())
                .isTrue();
        assertThat(database.query("SELECT rank FROM history ORDER BY 1"))
                .isEqualTo(List.of(List.of("1"), List.of("2")));
        assertThat(rollback.verify("before").isClean()).isTrue();
    }

    @Test
    void whoeverUsesTheBackupLaterLeavesTheTableAloneToo() {
        rollback.capture("before");
        migrate();
        Rollback other = Rollback.builder(database.dataSource()).build();
        assertThat(other.revert(other.plan("before"), ACCEPTING).isProven()).isTrue();
        assertThat(other.verify("before").isClean()).isTrue();
        assertThat(database.query("SELECT count(*) FROM history")).isEqualTo(List.of(List.of("2")));
    }

    @Test
    void aBackupThatHoldsTheTableIsReadWithoutIt() {
        Rollback.builder(database.dataSource()).build().capture("before");
        migrate();
        assertThat(rollback.revert(rollback.plan("before"), ACCEPTING).isProven())
                .isTrue();
        assertThat(rollback.verify("before").isClean()).isTrue();
        assertThat(database.query("SELECT count(*) FROM history")).isEqualTo(List.of(List.of("2")));
    }

    @Test
    void notesAreRemembered() {
        rollback.capture(CaptureOptions.of("before").withNotes(Map.of("rank", "1")));
        assertThat(rollback.backup("before").orElseThrow().notes()).isEqualTo(Map.of("rank", "1"));
        assertThat(rollback.backup("after")).isEmpty();
    }

    @Test
    void theClosingStepIsPartOfTheRunAndOfASavedPlan() {
        rollback.capture("before");
        migrate();
        RollbackPlan plan = rollback.plan(
                "before",
                PlanOptions.defaults()
                        .withClosing(List.of(closing("UPDATE public.history SET word = 'back' WHERE rank = 2"))));
        assertThat(plan.toText()).contains("take 2 out");
        assertThat(plan.toSql()).doesNotContain("UPDATE public.history");
        assertThat(rollback.revert(rollback.loadPlan(plan.toJson()), ACCEPTING).isProven())
                .isTrue();
        assertThat(database.query("SELECT word FROM history ORDER BY rank"))
                .isEqualTo(List.of(List.of("one"), List.of("back")));
    }

    @Test
    void aClosingStepThatFailsUndoesTheRun() {
        rollback.capture("before");
        migrate();
        PlanOptions options =
                PlanOptions.defaults().withClosing(List.of(closing("INSERT INTO public.history VALUES (2, 'x')")));
        RollbackPlan plan = rollback.plan("before", options);
        assertThatThrownBy(() -> rollback.revert(plan, ACCEPTING))
                .isInstanceOf(RollbackFailedException.class)
                .hasMessageContaining("undone");
        assertThat(database.query("SELECT count(*) FROM information_schema.columns WHERE table_name = 't'"))
                .isEqualTo(List.of(List.of("1")));
    }

    @Test
    void aRecordThatHasChangedSinceThePlanIsRefused() {
        rollback.capture("before");
        migrate();
        RollbackPlan plan = rollback.plan(
                "before",
                PlanOptions.defaults()
                        .withClosing(List.of(closing("UPDATE public.history SET word = 'back' WHERE rank = 2"))));
        database.execute("INSERT INTO history VALUES (3, 'three')");
        assertThatThrownBy(() -> rollback.revert(plan, ACCEPTING))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("public.history");
    }
}
