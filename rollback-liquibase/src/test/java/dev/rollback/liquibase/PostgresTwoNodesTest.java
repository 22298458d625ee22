// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class PostgresTwoNodesTest extends TwoNodesContract {

    @Override
    TestServer server() {
        return TestPostgres.shared();
    }
}
