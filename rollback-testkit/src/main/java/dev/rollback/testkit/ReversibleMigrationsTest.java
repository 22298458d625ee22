// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.testkit.internal.junit.MigrationTests;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * What a class with {@link ReversibleMigrations} implements. Everything else of JUnit works beside it: containers, Spring, other
 * tests.
 */
public interface ReversibleMigrationsTest {

    /** An empty database, or one at the version to begin from; it belongs to these tests alone. */
    DataSource dataSource();

    /** The migrations that the annotation names; override it to tell Flyway or Liquibase more. */
    default MigrationSource migrations() {
        return MigrationTests.source(getClass());
    }

    /** One test for each migration, in order; those after one that fails are skipped when the database cannot go on. */
    @TestFactory
    default Stream<DynamicTest> reversible(TestReporter reporter) throws Exception {
        return MigrationTests.of(this, reporter);
    }
}
