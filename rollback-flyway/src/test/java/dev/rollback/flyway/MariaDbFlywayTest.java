// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestServer;

class MariaDbFlywayTest extends FlywayContract {

    @Override
    TestServer server() {
        return TestMariaDb.shared();
    }
}
