// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of migrations. */
record Scripts(Path folder) {

    Scripts script(String name, String sql) {
        try {
            Files.writeString(folder.resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FlywayMigrations flyway() {
        return FlywayMigrations.in("filesystem:" + folder);
    }
}
