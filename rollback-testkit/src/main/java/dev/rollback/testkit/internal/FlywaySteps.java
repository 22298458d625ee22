// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.flyway.FlywayRollback;
import dev.rollback.flyway.RestorePoint;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.MigrationSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Steps along target versions. While versions are pending, repeatable migrations are kept out of Flyway's sight. */
public final class FlywaySteps implements MigrationSteps {
    private static final String NO_SUCH_PREFIX = "NOT_YET_REPEATABLE";
    private static final String SEPARATOR = ", ";

    private final Supplier<FluentConfiguration> configuration;
    private final Consumer<Rollback.Builder> rollback;
    private final FlywayRollback all;
    private @Nullable RestorePoint before;

    public FlywaySteps(Supplier<FluentConfiguration> configuration, Consumer<Rollback.Builder> rollback) {
        this.configuration = configuration;
        this.rollback = rollback;
        this.all = rollback(configuration.get());
    }

    private FlywayRollback rollback(FluentConfiguration flyway) {
        return FlywayRollback.builder(flyway)
                .rollback(rollback)
                .undoScripts(false)
                .build();
    }

    @Override
    public List<String> pending() {
        List<String> versions = new ArrayList<>();
        List<String> repeatable = new ArrayList<>();
        for (MigrationInfo info : infos()) {
            (info.getVersion() == null ? repeatable : versions).add(info.getScript());
        }
        if (!repeatable.isEmpty()) {
            versions.add(String.join(SEPARATOR, repeatable));
        }
        return versions;
    }

    private List<MigrationInfo> infos() {
        return List.of(all.flyway().info().pending()).stream()
                .filter(i -> i.getState() != MigrationState.IGNORED)
                .toList();
    }

    /** Everything up to a migration, and nothing beyond. */
    private FluentConfiguration upTo(String migration) {
        FluentConfiguration flyway = configuration.get();
        return infos().stream()
                .filter(i -> i.getScript().equals(migration) && i.getVersion() != null)
                .findFirst()
                .map(i -> flyway.target(i.getVersion()).repeatableSqlMigrationPrefix(NO_SUCH_PREFIX))
                .orElse(flyway);
    }

    @Override
    public void up(String migration) {
        before = null;
        Set<String> known =
                all.restorePoints().stream().map(RestorePoint::label).collect(Collectors.toSet());
        rollback(upTo(migration)).flyway().migrate();
        before = all.restorePoints().stream()
                .filter(p -> !known.contains(p.label()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void upWithoutCapture(String migration) {
        before = null;
        upTo(migration).load().migrate();
    }

    @Override
    public Optional<RollbackPlan> planDown() {
        return Optional.ofNullable(before).map(all::planTo);
    }

    @Override
    public RollbackReport down(RollbackPlan plan, RevertOptions options) {
        return all.revert(plan, options);
    }

    @Override
    public Set<String> ownTables() {
        return Set.of(configuration.get().getTable());
    }

    @Override
    public Rollback rollback() {
        return all.rollback();
    }
}
