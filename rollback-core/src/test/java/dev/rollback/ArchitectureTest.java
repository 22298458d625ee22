// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.rollback.dialect.Queries;
import java.sql.Connection;

/** Capture, plan, revert, verify: no step knows a later one, and the model knows nobody. */
@AnalyzeClasses(packages = "dev.rollback", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theModelKnowsNobody = classes()
            .that()
            .resideInAPackage("dev.rollback.model")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.rollback.model", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule captureKnowsNoLaterStep = noClasses()
            .that()
            .resideInAPackage("dev.rollback.capture")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rollback.plan", "dev.rollback.revert", "dev.rollback.verify", "dev.rollback.internal..");

    @ArchTest
    static final ArchRule verifyKnowsNeitherPlanNorRevert = noClasses()
            .that()
            .resideInAPackage("dev.rollback.verify")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollback.plan", "dev.rollback.revert", "dev.rollback.internal..");

    @ArchTest
    static final ArchRule planKnowsNoLaterStep = noClasses()
            .that()
            .resideInAPackage("dev.rollback.plan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollback.revert", "dev.rollback.verify", "dev.rollback.internal..");

    @ArchTest
    static final ArchRule dialectsPlugIntoTheSpiOnly = noClasses()
            .that()
            .resideInAPackage("dev.rollback.dialect")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollback.internal..", "dev.rollback.revert", "dev.rollback.verify");

    @ArchTest
    static final ArchRule noLibraryInPublicPackages = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rollback.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "com.fasterxml..", "com.github.luben..", "org.slf4j..");

    /** One place makes them, so that no name is taken for an escape of JDBC. */
    @ArchTest
    static final ArchRule statementsAreMadeInOnePlace = noClasses()
            .that()
            .doNotBelongToAnyOf(Queries.class)
            .should()
            .callMethod(Connection.class, "createStatement");
}
