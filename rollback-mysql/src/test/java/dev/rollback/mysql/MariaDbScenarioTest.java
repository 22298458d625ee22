// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ScenarioContract;
import dev.rollback.testkit.contract.ScenarioServer;
import dev.rollback.testservers.TestMariaDb;
import java.nio.file.Path;

class MariaDbScenarioTest extends ScenarioContract {

    @Override
    protected ScenarioServer server() {
        return new ScenarioMysql(TestMariaDb.shared());
    }

    @Override
    protected Path scenarios() {
        return Path.of("..", "scenarios").toAbsolutePath().normalize();
    }
}
