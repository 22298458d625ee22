// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.DialectContract;
import dev.rollback.testservers.TestMariaDb;

/** What every dialect must pass, on MariaDB. */
class MariaDbContractTest extends DialectContract {
    @Override
    public ContractServer server() {
        return new ScenarioMysql(TestMariaDb.shared());
    }
}
