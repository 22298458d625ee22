// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.DialectContract;
import dev.rollback.testservers.TestMysql;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What every dialect must pass, on a newer MySQL. */
@EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
class NewerMysqlContractTest extends DialectContract {
    @Override
    public ContractServer server() {
        return new ScenarioMysql(TestMysql.newer().orElseThrow());
    }
}
