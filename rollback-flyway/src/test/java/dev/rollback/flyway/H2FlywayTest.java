// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestH2;
import dev.rollback.testservers.TestServer;

class H2FlywayTest extends FlywayContract {

    @Override
    TestServer server() {
        return TestH2.shared();
    }
}
