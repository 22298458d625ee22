// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestH2;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class H2TwoNodesTest extends TwoNodesContract {

    @Override
    TestServer server() {
        return TestH2.shared();
    }
}
