// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.TestH2;
import dev.rollback.testservers.TestServer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

@Tag("versions")
class H2LiquibaseTest extends LiquibaseContract {

    @Override
    TestServer server() {
        return TestH2.shared();
    }

    @Override
    String backups() {
        return super.backups().toUpperCase(Locale.ROOT);
    }

    /** Places of columns count, numbers of objects do not. */
    @Override
    String dump() {
        return database.query("SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA PUBLIC").stream()
                .map(List::toString)
                .filter(line -> !line.contains("DATABASECHANGELOG") && !line.contains("-- "))
                .collect(Collectors.joining("\n"));
    }
}
