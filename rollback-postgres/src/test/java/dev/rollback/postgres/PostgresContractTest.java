// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.DialectContract;

/** What every dialect must pass. */
class PostgresContractTest extends DialectContract {
    @Override
    public ContractServer server() {
        return new ScenarioPostgres();
    }
}
