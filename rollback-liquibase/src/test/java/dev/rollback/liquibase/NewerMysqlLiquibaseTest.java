// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Liquibase on a newer MySQL. */
@EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
class NewerMysqlLiquibaseTest extends MysqlLiquibaseTest {

    @Override
    TestServer server() {
        return TestMysql.newer().orElseThrow();
    }
}
