// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testkit.contract.ScenarioContract;
import dev.rollback.testkit.contract.ScenarioServer;
import java.nio.file.Path;

class ScenarioTest extends ScenarioContract {

    @Override
    protected ScenarioServer server() {
        return new ScenarioPostgres();
    }

    @Override
    protected Path scenarios() {
        return Path.of("..", "scenarios").toAbsolutePath().normalize();
    }
}
