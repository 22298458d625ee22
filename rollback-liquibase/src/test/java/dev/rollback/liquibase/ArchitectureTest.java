// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The integration uses what the core and Liquibase publish; it sees no dialect and no driver. */
@AnalyzeClasses(packages = "dev.rollback.liquibase", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rollback.internal..",
                    "dev.rollback.dialect..",
                    "dev.rollback.mysql..",
                    "dev.rollback.postgres..",
                    "dev.rollback.h2..",
                    "com.mysql..",
                    "org.mariadb..",
                    "org.postgresql..");
}
