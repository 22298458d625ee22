// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.Rollback;
import dev.rollback.liquibase.LiquibaseRollback;
import dev.rollback.testkit.internal.LiquibaseSteps;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The change sets of a changelog one by one. Needs {@code rollback-liquibase}. */
public final class LiquibaseMigrations implements MigrationSource {
    private final String changelog;
    private final UnaryOperator<LiquibaseRollback.Builder> settings;

    private LiquibaseMigrations(String changelog, UnaryOperator<LiquibaseRollback.Builder> settings) {
        this.changelog = changelog;
        this.settings = settings;
    }

    /** @param changelog its path on the class path, as in {@code db/changelog.xml} */
    public static LiquibaseMigrations of(String changelog) {
        return new LiquibaseMigrations(changelog, builder -> builder);
    }

    /** The same with other resources, names of tables and so on. */
    public LiquibaseMigrations and(UnaryOperator<LiquibaseRollback.Builder> more) {
        return new LiquibaseMigrations(changelog, builder -> more.apply(settings.apply(builder)));
    }

    @Override
    public MigrationSteps on(DataSource dataSource, Consumer<Rollback.Builder> rollback) {
        return new LiquibaseSteps(
                settings.apply(LiquibaseRollback.builder(dataSource, changelog).rollback(rollback))
                        .build());
    }
}
