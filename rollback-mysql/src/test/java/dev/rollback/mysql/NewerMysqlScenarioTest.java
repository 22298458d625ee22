// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ScenarioContract;
import dev.rollback.testkit.contract.ScenarioServer;
import dev.rollback.testservers.TestMysql;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The scenarios on a newer MySQL. */
@EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
class NewerMysqlScenarioTest extends ScenarioContract {

    @Override
    protected ScenarioServer server() {
        return new ScenarioMysql(TestMysql.newer().orElseThrow());
    }

    @Override
    protected Path scenarios() {
        return Path.of("..", "scenarios").toAbsolutePath().normalize();
    }
}
