// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.testkit.contract.ContractServer;
import dev.rollback.testkit.contract.DialectContract;
import dev.rollback.testservers.TestMysql;

/** What every dialect must pass, on MySQL. */
class MysqlContractTest extends DialectContract {
    @Override
    public ContractServer server() {
        return new ScenarioMysql(TestMysql.shared());
    }
}
