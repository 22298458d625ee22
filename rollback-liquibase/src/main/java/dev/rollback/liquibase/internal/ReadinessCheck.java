// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackRefusedException;
import dev.rollback.liquibase.Readiness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Compares what has run with the changelog. Liquibase's own list of what is pending would make its tables and correct rows, which a
 * question must not do.
 */
public record ReadinessCheck(Engine engine) {

    public Readiness of(Contexts contexts, LabelExpression labels) {
        List<String> reasons = new ArrayList<>();
        engine.holder().ifPresent(lock -> reasons.add("Liquibase's lock is " + lock + "."));
        engine.rollback()
                .status()
                .openRuns()
                .forEach(run -> reasons.add("Run " + run.id() + " to '" + run.target()
                        + "' is open: it is going on, or waits for resume."));
        try {
            List<ChangelogRow> rows = engine.rows();
            reasons.addAll(engine.databases().<List<String>>read(d -> compared(d, rows, contexts, labels)));
        } catch (RollbackRefusedException e) { // no table, or not as Liquibase leaves it
            reasons.addAll(e.reasons());
        }
        return new Readiness(reasons);
    }

    private List<String> compared(Database database, List<ChangelogRow> rows, Contexts contexts, LabelExpression labels)
            throws LiquibaseException {
        Map<String, ChangelogRow> ran = new LinkedHashMap<>();
        rows.forEach(row -> ran.put(row.path(), row));
        List<ChangeSetFilter> filters = List.of(
                new IgnoreChangeSetFilter(),
                new DbmsChangeSetFilter(database),
                new ContextChangeSetFilter(contexts),
                new LabelChangeSetFilter(labels));
        List<String> reasons = new ArrayList<>();
        for (ChangeSet changeSet :
                engine.liquibase(database).getDatabaseChangeLog().getChangeSets()) {
            ChangelogRow row = ran.remove(Engine.path(changeSet));
            boolean runs = filters.stream().allMatch(f -> f.accepts(changeSet).isAccepted());
            if (runs && row == null) {
                reasons.add("The change set " + Engine.path(changeSet) + " is pending.");
            } else if (runs && !changeSet.isCheckSumValid(checkSum(row))) {
                reasons.add("The change set " + Engine.path(changeSet) + " was edited after it had run"
                        + (changeSet.isRunOnChange() ? ", and is pending again." : "."));
            }
        }
        ran.values()
                .forEach(row -> reasons.add(
                        "The change set " + row.path() + " has run, and this release's changelog does not have it."));
        return reasons;
    }

    private static @Nullable CheckSum checkSum(@Nullable ChangelogRow row) {
        String stored = row == null ? null : row.value("MD5SUM");
        return stored == null ? null : CheckSum.parse(stored);
    }
}
