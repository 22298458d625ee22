// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Undo scripts on a newer MySQL. */
@EnabledIfEnvironmentVariable(named = "TEST_MYSQL9_URL", matches = ".+")
class NewerMysqlUndoScriptTest extends MysqlUndoScriptTest {

    @Override
    TestServer server() {
        return TestMysql.newer().orElseThrow();
    }
}
