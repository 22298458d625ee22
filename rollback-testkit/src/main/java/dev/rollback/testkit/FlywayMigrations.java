// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.Rollback;
import dev.rollback.testkit.internal.FlywaySteps;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The versioned migrations of Flyway one by one, and the repeatable ones together at the end. Needs {@code rollback-flyway}.
 */
public final class FlywayMigrations implements MigrationSource {
    private final UnaryOperator<FluentConfiguration> configuration;

    private FlywayMigrations(UnaryOperator<FluentConfiguration> configuration) {
        this.configuration = configuration;
    }

    /** @param locations as in {@code classpath:db/migration} */
    public static FlywayMigrations in(String... locations) {
        return configured(flyway -> flyway.locations(locations));
    }

    /** What Flyway is told, apart from the data source. */
    public static FlywayMigrations configured(UnaryOperator<FluentConfiguration> configuration) {
        return new FlywayMigrations(configuration);
    }

    /** The same with more settings. */
    public FlywayMigrations and(UnaryOperator<FluentConfiguration> more) {
        return new FlywayMigrations(flyway -> more.apply(configuration.apply(flyway)));
    }

    @Override
    public MigrationSteps on(DataSource dataSource, Consumer<Rollback.Builder> rollback) {
        return new FlywaySteps(() -> configuration.apply(Flyway.configure()).dataSource(dataSource), rollback);
    }
}
