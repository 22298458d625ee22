// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.junit;

import dev.rollback.testkit.FlywayMigrations;
import dev.rollback.testkit.LiquibaseMigrations;
import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationSource;
import dev.rollback.testkit.MigrationTrial;
import dev.rollback.testkit.ReversibleMigrations;
import dev.rollback.testkit.ReversibleMigrationsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;

/** The tests of an annotated class. */
public final class MigrationTests {
    private static final String WRITE = "write";

    private MigrationTests() {}

    /** What the annotation of a class names. */
    public static MigrationSource source(Class<?> test) {
        ReversibleMigrations settings = settings(test);
        boolean liquibase = !settings.liquibase().isEmpty();
        if (liquibase == settings.flyway().length > 0) {
            throw new IllegalArgumentException("@ReversibleMigrations on " + test.getName() + " must name either flyway"
                    + " locations or a liquibase changelog, or the class must override migrations().");
        }
        return liquibase ? LiquibaseMigrations.of(settings.liquibase()) : FlywayMigrations.in(settings.flyway());
    }

    public static Stream<DynamicTest> of(ReversibleMigrationsTest test, TestReporter reporter) throws Exception {
        ReversibleMigrations settings = settings(test.getClass());
        MigrationTrial trial = MigrationTrial.of(test.dataSource(), test.migrations())
                .schemas(settings.schemas())
                .rollback(rollback -> rollback.backupSchema(settings.backupSchema()))
                .build();
        if (trial.migrations().isEmpty()) {
            throw new IllegalArgumentException("There is no pending migration for "
                    + test.getClass().getName() + ": the locations hold none, or the database has them all.");
        }
        BaselineFile file = new BaselineFile(settings.baseline(), test.getClass());
        List<MigrationResult> results = new ArrayList<>();
        Acceptance acceptance = new Acceptance(file, settings.maxExclusiveLock());
        boolean write = WRITE.equals(System.getProperty("rollback.baseline"));
        Stream<DynamicTest> each = trial.migrations().stream()
                .map(migration -> DynamicTest.dynamicTest(migration, () -> {
                    MigrationResult result = trial.next();
                    reporter.publishEntry(migration, result.toText());
                    results.add(result);
                    acceptance.check(result, write);
                }));
        DynamicTest last = write
                ? DynamicTest.dynamicTest("write " + settings.baseline(), () -> file.write(results))
                : DynamicTest.dynamicTest(settings.baseline(), () -> acceptance.checkNames(trial.migrations()));
        return Stream.concat(each, Stream.of(last));
    }

    private static ReversibleMigrations settings(Class<?> test) {
        ReversibleMigrations settings = test.getAnnotation(ReversibleMigrations.class);
        if (settings == null) {
            throw new IllegalArgumentException(
                    test.getName() + " implements ReversibleMigrationsTest and has no" + " @ReversibleMigrations.");
        }
        return settings;
    }
}
