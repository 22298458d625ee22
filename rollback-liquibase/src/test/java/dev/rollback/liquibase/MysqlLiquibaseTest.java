// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class MysqlLiquibaseTest extends LiquibaseContract {

    @Override
    TestServer server() {
        return TestMysql.shared();
    }

    @Override
    String dump() {
        return MysqlDump.schema(database);
    }

    @AfterEach
    void dropBackups() {
        database.execute("DROP DATABASE IF EXISTS " + backups());
    }
}
