// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class PostgresLiquibaseTest extends LiquibaseContract {

    @Override
    TestServer server() {
        return TestPostgres.shared();
    }

    @Override
    String dump() {
        return PgDump.schema(database, "public");
    }
}
