// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.testservers.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A folder of migration scripts, and Flyway for it. */
record Migrations(TestDatabase database, Path folder) {

    Migrations script(String name, String sql) {
        try {
            Files.writeString(folder.resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Migrations remove(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.dataSource()).locations("filesystem:" + folder);
    }

    FlywayRollback.Builder builder() {
        return FlywayRollback.builder(flyway());
    }

    /** Every row that Flyway shows, as in {@code 2 Deleted}. */
    static List<String> states(Flyway flyway) {
        List<String> states = new ArrayList<>();
        for (MigrationInfo info : flyway.info().all()) {
            states.add((info.getVersion() == null ? info.getDescription() : info.getVersion()) + " "
                    + info.getState().getDisplayName());
        }
        return states;
    }
}
