// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import static dev.rollback.internal.Store.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rollback.PlanOptions;
import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport.Quarantined;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.capture.Restored;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Json;
import dev.rollback.internal.Store;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Kept;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The record of runs, steps and losses. Rows are added and completed, never removed. */
public final class Journal {
    private static final String INTENT = "INTENT";
    private static final String DONE = "DONE";
    private static final String RESTORE = "restore";

    private final Store store;

    public Journal(Store store) {
        this.store = store;
    }

    /** Opens a run; committed at once, so that an interruption leaves a trace. */
    long open(Connection connection, DerivedPlan plan, Request request, RevertOptions options) {
        long run = Objects.requireNonNull(store.sql(connection)
                .insertInto(store.runs())
                .set(TARGET, plan.target())
                .set(STATE, Run.State.OPEN.name())
                .set(MODE, plan.mode().name().toLowerCase(java.util.Locale.ROOT))
                .set(REQUEST, Json.write(request))
                .set(PLAN_HASH, plan.hash())
                .set(OPERATOR, options.operator())
                .set(REASON, options.reason())
                .set(TICKET, options.ticket())
                .set(STARTED, now())
                .set(MESSAGE, "running")
                .set(SAFETY, "")
                .returning(ID)
                .fetchSingle(ID));
        for (Loss loss : plan.losses()) {
            store.sql(connection)
                    .insertInto(store.losses())
                    .set(RUN, run)
                    .set(KIND, loss.kind().name())
                    .set(TABLE_NAME, loss.table().path())
                    .set(COLUMN_NAME, loss.column())
                    .set(ROWS, loss.rows())
                    .set(EXPLANATION, loss.toString())
                    .set(ACCEPTED_BY, loss.needsAcceptance() ? options.operator() : "")
                    .execute();
        }
        return run;
    }

    /** Writes that tables were made anew elsewhere, in the transaction that did it. */
    void restored(Connection connection, Restored restored, Instant started, String position) {
        String message = "restored into " + restored.schema() + " and compared: "
                + restored.tables().size() + " tables, " + restored.rows() + " rows";
        restore(connection, restored.label(), started, Run.State.DONE)
                .set(POSITION, position)
                .set(MESSAGE, message)
                .set(REPORT, Json.write(restored))
                .execute();
    }

    /** Writes that they could not be, when that is undone. */
    void notRestored(Connection connection, String label, Instant started, String message) {
        restore(connection, label, started, Run.State.FAILED)
                .set(MESSAGE, message)
                .set(REPORT, "")
                .execute();
    }

    private InsertSetMoreStep<Record> restore(Connection connection, String label, Instant started, Run.State state) {
        RevertOptions options = RevertOptions.defaults();
        return store.sql(connection)
                .insertInto(store.runs())
                .set(TARGET, label)
                .set(STATE, state.name())
                .set(MODE, RESTORE)
                .set(REQUEST, Json.write(Request.of(label, PlanOptions.defaults(), null, options, null)))
                .set(PLAN_HASH, "")
                .set(OPERATOR, options.operator())
                .set(REASON, "")
                .set(TICKET, "")
                .set(STARTED, started.atOffset(ZoneOffset.UTC))
                .set(ENDED, now())
                .set(SAFETY, "");
    }

    void safety(Connection connection, long run, String label) {
        store.sql(connection)
                .update(store.runs())
                .set(SAFETY, label)
                .where(ID.eq(run))
                .execute();
    }

    /** Writes what was done, in the transaction that did it. */
    void done(Connection connection, long run, DerivedPlan plan, List<StepResult> results, String position) {
        results.forEach(r -> step(connection, run, r));
        keep(connection, run, plan);
        committed(connection, run, position);
    }

    /** Writes that a step is about to run. */
    void intent(Connection connection, long run, RollbackStep step) {
        insert(connection, run, step, 0, 0, INTENT);
    }

    /** Steps that were about to run when a run was interrupted: nobody wrote down how they ended. */
    void interrupted(Connection connection, long run) {
        store.sql(connection)
                .update(store.steps())
                .set(STATE, "INTERRUPTED")
                .where(RUN.eq(run).and(STATE.eq(INTENT)))
                .execute();
    }

    /** Whether a step of a run is done. */
    boolean hasDone(Connection connection, long run) {
        return store.sql(connection).fetchExists(store.steps(), RUN.eq(run).and(STATE.eq(DONE)));
    }

    /** Writes that a step that was done is undone. */
    void undone(Connection connection, long run, RollbackStep step) {
        store.sql(connection)
                .update(store.steps())
                .set(STATE, "UNDONE")
                .where(RUN.eq(run).and(NUMBER.eq(step.number())).and(STATE.eq(DONE)))
                .execute();
    }

    /** Writes that a step is done. */
    void step(Connection connection, long run, StepResult result) {
        int intended = store.sql(connection)
                .update(store.steps())
                .set(STATE, DONE)
                .set(ROWS, result.rows())
                .set(MILLIS, result.took().toMillis())
                .where(RUN.eq(run).and(NUMBER.eq(result.step().number())).and(STATE.eq(INTENT)))
                .execute();
        if (intended == 0) {
            insert(connection, run, result.step(), result.rows(), result.took().toMillis(), DONE);
        }
    }

    private void insert(Connection connection, long run, RollbackStep step, long rows, long millis, String state) {
        store.sql(connection)
                .insertInto(store.steps())
                .set(RUN, run)
                .set(NUMBER, step.number())
                .set(KIND, step.kind().label())
                .set(OBJECT, step.object().toString())
                .set(SUMMARY, step.summary())
                .set(STATEMENTS, String.join(";\n", step.sql()))
                .set(ROWS, rows)
                .set(MILLIS, millis)
                .set(STATE, state)
                .execute();
    }

    /** Writes what a run keeps. */
    void keep(Connection connection, long run, DerivedPlan plan) {
        for (Kept kept : plan.kept()) {
            String relation = kept.relation().name().replace(Tokens.RUN, String.valueOf(run));
            if (store.sql(connection).fetchExists(store.kept(), RUN.eq(run).and(RELATION.eq(relation)))) {
                continue; // written before an attempt that did not come to it
            }
            store.sql(connection)
                    .insertInto(store.kept())
                    .set(RUN, run)
                    .set(KIND, kept.kind())
                    .set(RELATION, relation)
                    .set(SOURCE, kept.from().path())
                    .execute();
        }
    }

    /** What a run took from its place: where it was, as a path, by where it is to be in the backup schema. */
    Map<String, String> kept(Connection connection, long run) {
        return store.sql(connection)
                .selectDistinct(RELATION, SOURCE)
                .from(store.kept())
                .where(RUN.eq(run).and(KIND.eq("table")).and(DROPPED_AT.isNull()))
                .fetchMap(RELATION, SOURCE);
    }

    /** The number of the last row that was ever set aside; 0 without any. */
    long lastAside(Connection connection) {
        Long last = store.sql(connection)
                .select(DSL.max(ID))
                .from(store.quarantine())
                .fetchSingle(DSL.max(ID));
        return last == null ? 0 : last;
    }

    /** Takes back what an attempt set aside that changed no table: all the rows are still there. */
    void takeBack(Connection connection, long run, long after) {
        store.sql(connection)
                .deleteFrom(store.quarantine())
                .where(RUN.eq(run).and(ID.gt(after)))
                .execute();
    }

    /** Writes that all steps are done. */
    void committed(Connection connection, long run, String position) {
        store.sql(connection)
                .update(store.runs())
                .set(POSITION, position)
                .set(MESSAGE, "all steps done")
                .where(ID.eq(run))
                .execute();
    }

    void end(Connection connection, long run, Run.State state, String message, String report) {
        store.sql(connection)
                .update(store.runs())
                .set(STATE, state.name())
                .set(ENDED, now())
                .set(MESSAGE, message)
                .set(REPORT, report)
                .where(ID.eq(run))
                .execute();
    }

    /** Rows that a run set aside, by table and reason. */
    List<Quarantined> quarantined(Connection connection, long run) {
        String relation = store.schema() + ".rollback_quarantine";
        return store.sql(connection)
                .select(TABLE_NAME, REASON, DSL.count())
                .from(store.quarantine())
                .where(RUN.eq(run))
                .groupBy(TABLE_NAME, REASON)
                .orderBy(TABLE_NAME, REASON)
                .fetch(r -> new Quarantined(r.value1(), relation, r.value2(), r.value3()));
    }

    /** Positions of runs that changed something: they are no migrations. */
    public List<String> positions(Connection connection) throws SQLException {
        return store.exists(connection)
                ? store.sql(connection)
                        .select(POSITION)
                        .from(store.runs())
                        .where(POSITION.isNotNull())
                        .fetch(POSITION)
                : List.of();
    }

    /** All runs, newest first. */
    public List<Run> runs(Connection connection) throws SQLException {
        if (!store.exists(connection)) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        var kept = store.sql(connection)
                .select(RUN, RELATION)
                .from(store.kept())
                .where(DROPPED_AT.isNull())
                .orderBy(ID)
                .fetchGroups(RUN, RELATION);
        for (Record row : store.sql(connection)
                .select(ID, TARGET, STATE, MODE, REQUEST, PLAN_HASH, OPERATOR, REASON, TICKET, STARTED, ENDED, MESSAGE)
                .from(store.runs())
                .orderBy(ID.desc())
                .fetch()) {
            OffsetDateTime ended = row.get(ENDED);
            runs.add(new Run(
                    String.valueOf(row.get(ID)),
                    row.get(TARGET),
                    Run.State.valueOf(row.get(STATE)),
                    row.get(MODE),
                    row.get(PLAN_HASH),
                    row.get(OPERATOR),
                    row.get(REASON),
                    row.get(TICKET),
                    row.get(STARTED).toInstant(),
                    ended == null ? null : ended.toInstant(),
                    row.get(MESSAGE),
                    kept.getOrDefault(row.get(ID), List.of()).stream()
                            .map(relation -> store.schema() + "." + relation)
                            .toList(),
                    request(String.valueOf(row.get(ID)), row.get(REQUEST)).dump()));
        }
        return runs;
    }

    /** What an interrupted run was asked to do. */
    public Request request(Connection connection, String run) {
        String json = store.sql(connection)
                .select(REQUEST)
                .from(store.runs())
                .where(ID.eq(Long.valueOf(run)))
                .fetchSingle(REQUEST);
        return request(run, String.valueOf(json));
    }

    private static Request request(String run, String json) {
        try {
            return Json.read(json, Request.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal's request of run " + run + " cannot be read", e);
        }
    }

    /** The label of the safety backup of a run; empty without one. */
    public String safetyOf(Connection connection, long run) {
        String label = store.sql(connection)
                .select(SAFETY)
                .from(store.runs())
                .where(ID.eq(run))
                .fetchSingle(SAFETY);
        return label == null ? "" : label;
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
