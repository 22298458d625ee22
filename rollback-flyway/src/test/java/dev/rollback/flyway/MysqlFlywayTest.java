// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;

class MysqlFlywayTest extends FlywayContract {

    @Override
    TestServer server() {
        return TestMysql.shared();
    }
}
