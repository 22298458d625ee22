// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;

/** The dialect plugs into the core; it sees neither its internals nor a driver. */
@AnalyzeClasses(packages = "dev.rollback.mysql", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollback.internal..", "com.mysql..", "org.mariadb..");

    /** One place makes them, so that no name is taken for an escape of JDBC. */
    @ArchTest
    static final ArchRule statementsAreMadeInOnePlace =
            noClasses().should().callMethod(Connection.class, "createStatement");
}
