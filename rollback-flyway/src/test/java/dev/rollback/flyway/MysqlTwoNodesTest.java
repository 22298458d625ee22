// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class MysqlTwoNodesTest extends TwoNodesContract {

    @Override
    TestServer server() {
        return TestMysql.shared();
    }

    @AfterEach
    void dropBackups() {
        database.execute("DROP DATABASE IF EXISTS " + backups());
    }
}
