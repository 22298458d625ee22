// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.Rollback;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Where migrations come from: {@link FlywayMigrations}, {@link LiquibaseMigrations}, or a tool of your own. */
public interface MigrationSource {

    /**
     * The migrations of one database. Nothing is run yet.
     *
     * @param rollback what else the {@link Rollback} of the trial is told
     */
    MigrationSteps on(DataSource dataSource, Consumer<Rollback.Builder> rollback);
}
