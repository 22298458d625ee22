// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.ScenarioContract;
import dev.rollback.testkit.contract.ScenarioServer;
import java.nio.file.Path;

class H2ScenarioTest extends ScenarioContract {

    @Override
    protected ScenarioServer server() {
        return new ScenarioH2();
    }

    @Override
    protected Path scenarios() {
        return Path.of("..", "scenarios").toAbsolutePath().normalize();
    }
}
