// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class VersionTest {

    @Test
    @Tag("versions")
    @EnabledIfSystemProperty(named = "liquibase.expected", matches = ".+")
    void theBuildRunsTheLiquibaseThatItSays() {
        assertThat(LiquibaseUtil.getBuildVersion()).isEqualTo(System.getProperty("liquibase.expected"));
    }
}
