// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.liquibase.LiquibaseRollback;
import dev.rollback.liquibase.RestorePoint;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.MigrationSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.visitor.DefaultChangeExecListener;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** Steps along counts of change sets. */
public final class LiquibaseSteps implements MigrationSteps {
    private final LiquibaseRollback liquibase;
    private @Nullable RestorePoint before;

    public LiquibaseSteps(LiquibaseRollback liquibase) {
        this.liquibase = liquibase;
    }

    @Override
    public List<String> pending() throws LiquibaseException {
        List<String> names = new ArrayList<>();
        liquibase.run(l -> names.addAll(unrun(l)));
        return names;
    }

    private static List<String> unrun(Liquibase liquibase) throws LiquibaseException {
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(LiquibaseSteps::name)
                .toList();
    }

    /** As Liquibase writes it: file, id and author. */
    private static String name(ChangeSet changeSet) {
        return changeSet.toString(false);
    }

    /** Change sets that run each time come again with the next one. */
    private void update(Liquibase running, String migration) throws LiquibaseException {
        int count = unrun(running).indexOf(migration) + 1;
        if (count > 0) {
            running.update(count, new Contexts(), new LabelExpression());
        }
    }

    @Override
    public void up(String migration) throws LiquibaseException {
        before = null;
        Set<String> known =
                liquibase.restorePoints().stream().map(RestorePoint::label).collect(Collectors.toSet());
        liquibase.run(l -> update(l, migration));
        before = liquibase.restorePoints().stream()
                .filter(p -> !known.contains(p.label()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void upWithoutCapture(String migration) throws LiquibaseException {
        before = null;
        liquibase.run(l -> {
            l.setChangeExecListener(new DefaultChangeExecListener());
            update(l, migration);
        });
    }

    @Override
    public Optional<RollbackPlan> planDown() {
        return Optional.ofNullable(before).map(liquibase::planTo);
    }

    @Override
    public RollbackReport down(RollbackPlan plan, RevertOptions options) {
        return liquibase.revert(plan, options);
    }

    @Override
    public Set<String> ownTables() {
        return Set.of("databasechangelog", "databasechangeloglock");
    }

    @Override
    public Rollback rollback() {
        return liquibase.rollback();
    }
}
