// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.testservers.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** A folder with a changelog in formatted SQL, {@code db.sql}, and Liquibase for it. */
record Changelog(TestDatabase database, Path folder) {
    static final String FILE = "db.sql";

    /** Writes the whole changelog anew. */
    Changelog of(String... changeSets) {
        return file(FILE, changeSets);
    }

    Changelog file(String name, String... changeSets) {
        try {
            Files.writeString(folder.resolve(name), "--liquibase formatted sql\n\n" + String.join("\n", changeSets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As in {@code set("2", "ALTER TABLE ..")}; no statement has a rollback block. */
    static String set(String id, String sql) {
        return "--changeset ann:" + id + "\n" + sql;
    }

    LiquibaseRollback.Builder builder() throws IOException {
        return LiquibaseRollback.builder(database.dataSource(), FILE).resources(new DirectoryResourceAccessor(folder));
    }

    /** The ids that Liquibase itself says are pending. */
    List<String> pending() throws Exception {
        try (Liquibase liquibase = liquibase()) {
            return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                    .map(c -> c.getId())
                    .toList();
        }
    }

    Liquibase liquibase() throws Exception {
        return new Liquibase(
                FILE,
                new DirectoryResourceAccessor(folder),
                DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(database.connection())));
    }
}
