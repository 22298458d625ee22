// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a test of every migration: up, down, the same structure and rows, up, rows are written, down, they are all still there, up.
 *
 * <pre>{@code
 * @ReversibleMigrations(flyway = "classpath:db/migration")
 * class MigrationsTest implements ReversibleMigrationsTest {
 *     public DataSource dataSource() {
 *         return emptyDatabase();
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReversibleMigrations {

    /** Locations of Flyway, as in {@code classpath:db/migration}. */
    String[] flyway() default {};

    /** A changelog of Liquibase on the class path, as in {@code db/changelog.xml}. */
    String liquibase() default "";

    /** The schemas that are filled and judged; the connection's current one by default. */
    String[] schemas() default {};

    /**
     * The file below {@code src/test/resources} with the losses and refusals that are accepted. Its lines are as the failures ask for
     * them; {@code -Drollback.baseline=write} writes it anew.
     */
    String baseline() default "reversible-migrations.txt";

    /** How long readers and writers may wait in the rollback of one migration, as in {@code PT2S}; without limit when empty. */
    String maxExclusiveLock() default "";

    /** Where the library keeps its backups. */
    String backupSchema() default "migration_backup";
}
