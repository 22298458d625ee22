// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dialect plugs into the core; it sees neither its internals nor a driver. */
@AnalyzeClasses(packages = "dev.rollback.h2", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noInternals =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.rollback.internal..", "org.h2..");
}
