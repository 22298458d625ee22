// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RollbackFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs undo scripts as Flyway runs migrations: with its parser, its placeholders and its transactions. Each script leaves a row in a
 * table of the backup schema, which is their journal.
 */
record ScriptRun(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRun.class);
    private static final String JOURNAL = "rollback_undo_script";

    /** What a script leaves undone, also because it failed, the plan that follows does. */
    void run(List<UndoScript> scripts) {
        try {
            Path folder = Files.createTempDirectory("rollback-undo");
            try {
                write(scripts, folder);
                flyway(folder).migrate();
            } catch (FlywayException e) {
                LOG.warn("An undo script failed; the derived plan completes what is left to do: {}", e.getMessage());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new RollbackFailedException(
                    "The undo scripts cannot be put into a temporary folder: " + e.getMessage() + ".",
                    "nothing was changed.",
                    "make room in " + System.getProperty("java.io.tmpdir")
                            + ", or switch scripts off with undoScripts(false).",
                    e);
        }
    }

    /** The time keeps the scripts of several runs apart. */
    private void write(List<UndoScript> scripts, Path folder) throws IOException {
        long run = System.currentTimeMillis();
        for (int i = 0; i < scripts.size(); i++) {
            String name =
                    scripts.get(i).name().replaceAll("[^A-Za-z0-9.]+", "_").replaceAll("\\.\\w+$", "");
            Files.writeString(
                    folder.resolve("S" + run + "." + (i + 1) + "__" + name + ".sql"),
                    scripts.get(i).sql(),
                    engine.flyway().getEncoding());
        }
    }

    private Flyway flyway(Path folder) {
        String backups = engine.rollback().backupSchema();
        return Flyway.configure(engine.flyway().getClassLoader())
                .configuration(engine.flyway())
                .locations("filesystem:" + folder)
                .sqlMigrationPrefix("S")
                .sqlMigrationSeparator("__")
                .sqlMigrationSuffixes(".sql")
                .javaMigrations()
                .schemas(backups)
                .defaultSchema(backups)
                .createSchemas(false)
                .table(JOURNAL)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateOnMigrate(false)
                .ignoreMigrationPatterns("*:missing")
                .target("latest")
                .mixed(true)
                .callbacks(new InSchema(engine.table().schema()))
                .load();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Names in the scripts are those of the migrated schema. */
    private static final class InSchema extends BaseCallback {
        private final String schema;

        InSchema(String schema) {
            this.schema = schema;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            Connection connection = context.getConnection();
            try {
                if (connection.getSchema() == null) {
                    connection.setCatalog(schema);
                } else {
                    connection.setSchema(schema);
                }
            } catch (SQLException e) {
                throw new FlywayException("The schema " + schema + " cannot be chosen", e);
            }
        }
    }
}
