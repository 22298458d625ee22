// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The kit uses what the library publishes, and judges it by plain JDBC: no dialect, no driver, no fingerprint of its own. */
@AnalyzeClasses(packages = "dev.rollback.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rollback.internal..",
                    "dev.rollback.dialect..",
                    "dev.rollback.flyway.internal..",
                    "dev.rollback.liquibase.internal..",
                    "dev.rollback.mysql..",
                    "dev.rollback.postgres..",
                    "dev.rollback.h2..",
                    "com.mysql..",
                    "org.mariadb..",
                    "org.postgresql..");

    /** Rows are judged without the library; only the trial and JUnit's side know it. */
    @ArchTest
    static final ArchRule independentJudge = noClasses()
            .that()
            .resideInAnyPackage("dev.rollback.testkit.internal.judge..", "dev.rollback.testkit.internal.rows..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are the library's",
                    c -> c.getPackageName().startsWith("dev.rollback")
                            && !c.getPackageName().startsWith("dev.rollback.testkit")));
}
