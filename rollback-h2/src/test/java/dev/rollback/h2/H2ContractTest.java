// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.DialectContract;

/** What every dialect must pass. */
class H2ContractTest extends DialectContract {
    @Override
    public ContractServer server() {
        return new ScenarioH2(";DATABASE_TO_LOWER=TRUE");
    }
}
