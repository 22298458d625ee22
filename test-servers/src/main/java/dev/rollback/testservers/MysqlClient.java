// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a dump program: MySQL's own or MariaDB's, which dumps both. */
final class MysqlClient {
    private static final List<String> NAMES = List.of("mysqldump", "mariadb-dump");
    private static final Map<Path, Boolean> OF_MARIADB = new ConcurrentHashMap<>();

    private MysqlClient() {}

    /**
     * The program that MYSQLDUMP names, one on the PATH (MariaDB's own for MariaDB), or the one that comes with the
     * embedded MariaDB.
     *
     * @throws org.opentest4j.TestAbortedException if there is none; with
     *     {@code -Dtestservers.required=true} an IllegalStateException
     */
    static Path find(TestMysqlServer server) {
        boolean mariaDb = server instanceof TestMariaDb;
        String given = System.getenv("MYSQLDUMP");
        if (given != null && !given.isBlank() && !mariaDb) {
            return Path.of(given);
        }
        return onPath().stream()
                .filter(program -> !mariaDb || isMariaDb(program))
                .findFirst()
                .orElseGet(() -> embedded(server));
    }

    /** Whether a program is MariaDB's, also under MySQL's name. */
    static boolean isMariaDb(Path program) {
        return OF_MARIADB.computeIfAbsent(
                program,
                p -> Commands.output(List.of(p.toString(), "--version"), "").contains("MariaDB"));
    }

    private static Path embedded(TestMysqlServer server) {
        try {
            return EmbeddedMariaDb.directory().resolve("bin/mariadb-dump");
        } catch (Exception e) {
            throw MissingServer.because("no mysqldump for " + server.version() + ": " + e.getMessage());
        }
    }

    private static List<Path> onPath() {
        List<Path> found = new ArrayList<>();
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            NAMES.stream()
                    .map(name -> Path.of(directory, name))
                    .filter(Files::isExecutable)
                    .forEach(found::add);
        }
        return found;
    }
}
