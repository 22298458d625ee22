// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ScenarioContract;
import dev.rollback.testkit.contract.ScenarioServer;
import dev.rollback.testservers.TestMysql;
import java.nio.file.Path;

class MysqlScenarioTest extends ScenarioContract {

    @Override
    protected ScenarioServer server() {
        return new ScenarioMysql(TestMysql.shared());
    }

    @Override
    protected Path scenarios() {
        return Path.of("..", "scenarios").toAbsolutePath().normalize();
    }
}
