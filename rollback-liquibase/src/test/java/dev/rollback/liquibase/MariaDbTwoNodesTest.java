// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.AfterEach;

class MariaDbTwoNodesTest extends TwoNodesContract {

    @Override
    TestServer server() {
        return TestMariaDb.shared();
    }

    @AfterEach
    void dropBackups() {
        database.execute("DROP DATABASE IF EXISTS " + backups());
    }
}
