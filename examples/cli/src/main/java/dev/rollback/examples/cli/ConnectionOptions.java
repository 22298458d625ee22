// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackListener;
import dev.rollback.capture.FileBackups;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: which database, which schemas, which output. */
final class ConnectionOptions {
    @Option(
            names = "--url",
            required = true,
            paramLabel = "JDBC_URL",
            description = "The database, as in jdbc:postgresql://host:5432/database; may hold user and password.")
    private String url = "";

    @Option(
            names = {"--user", "-u"},
            paramLabel = "USER",
            description = "The database user.")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            description = "The name of the environment variable that holds the password. No password is ever printed.")
    private @Nullable String passwordVariable;

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            description = "A schema to look after; repeat for several. Default: the current schema of the connection.")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--backup-schema",
            paramLabel = "SCHEMA",
            defaultValue = "migration_backup",
            description = "Where backups, journal and everything put aside are kept. Default: ${DEFAULT-VALUE}.")
    private String backupSchema = "";

    @Option(
            names = "--dir",
            paramLabel = "DIRECTORY",
            description =
                    "A directory with backups in files; they are listed and used beside those of the backup schema.")
    private @Nullable Path directory;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (one document, also for errors); plan also writes sql and markdown."
                    + " Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(names = "--debug", description = "Print stack traces and the log of the library.")
    private boolean debug;

    Format format() {
        return format;
    }

    boolean hasDirectory() {
        return directory != null;
    }

    boolean debug() {
        return debug;
    }

    /**
     * Connects.
     *
     * @throws SQLException when that fails, with one sentence that says to what and why
     */
    Rollback open(RollbackListener listener) throws SQLException {
        JdbcUrl address = JdbcUrl.parse(url);
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "rollback");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(address.credentials());
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (passwordVariable != null) {
            properties.setProperty("password", password(passwordVariable));
        }
        DriverDataSource source = new DriverDataSource(address.text(), properties);
        source.getConnection().close();
        Rollback.Builder builder = Rollback.builder(source)
                .schemas(schemas)
                .backupSchema(backupSchema)
                .listener(listener);
        if (directory != null) {
            builder.backups(FileBackups.in(directory));
        }
        return builder.build();
    }

    private static String password(String variable) {
        String password = System.getenv(variable);
        if (password == null) {
            // Not naming it: people put the password itself here.
            throw new InvalidInputException("The environment variable that --password-env names is not set.");
        }
        return password;
    }
}
