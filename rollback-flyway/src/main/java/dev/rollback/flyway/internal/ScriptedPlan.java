// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RestoreMode;
import dev.rollback.flyway.RestorePoint;
import dev.rollback.plan.Advice;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A derived plan before which undo scripts run. After them it is derived anew, so its steps are those without the scripts.
 *
 * @param scripts in the order in which they run
 */
record ScriptedPlan(RollbackPlan derived, RestorePoint point, List<UndoScript> scripts) implements RollbackPlan {

    String words() {
        return scripts.stream().map(UndoScript::name).collect(Collectors.joining(", "));
    }

    private String note() {
        return "First the undo scripts run: " + words()
                + ". The steps are those without them; they are derived anew when the scripts have run.";
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(note()));
        notes.addAll(derived.notes());
        return notes;
    }

    @Override
    public String toText() {
        return note() + "\n" + derived.toText();
    }

    @Override
    public String toMarkdown() {
        return note() + "\n\n" + derived.toMarkdown();
    }

    /** Of the derived plan: a saved plan runs without the scripts. */
    @Override
    public String toJson() {
        return derived.toJson();
    }

    @Override
    public String toSql() {
        return derived.toSql();
    }

    @Override
    public String target() {
        return derived.target();
    }

    @Override
    public boolean isExplicit() {
        return derived.isExplicit();
    }

    @Override
    public RestoreMode mode() {
        return derived.mode();
    }

    @Override
    public List<RollbackStep> steps() {
        return derived.steps();
    }

    @Override
    public List<Loss> losses() {
        return derived.losses();
    }

    @Override
    public List<String> refusals() {
        return derived.refusals();
    }

    @Override
    public Advice advice() {
        return derived.advice();
    }

    @Override
    public String hash() {
        return derived.hash();
    }

    @Override
    public String startsFrom() {
        return derived.startsFrom();
    }

    @Override
    public String toString() {
        return toText();
    }
}
