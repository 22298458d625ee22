// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class PostgresUndoScriptTest extends UndoScriptContract {

    @Override
    TestServer server() {
        return TestPostgres.shared();
    }
}
