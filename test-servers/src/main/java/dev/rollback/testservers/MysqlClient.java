// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a dump program: MySQL's own, or MariaDB's, which dumps both. */
final class MysqlClient {
    private static final List<String> NAMES = List.of("mysqldump", "mariadb-dump");
    private static final Pattern MAJOR = Pattern.compile("\\bVer (\\d+)\\.");
    private static final Map<Path, String> VERSIONS = new ConcurrentHashMap<>();

    private MysqlClient() {}

    /**
     * The program that MYSQLDUMP names or one on the PATH, if it serves this server, else the one that comes with the
     * embedded MariaDB.
     *
     * @throws org.opentest4j.TestAbortedException if there is none; with
     *     {@code -Dtestservers.required=true} an IllegalStateException
     */
    static Path find(TestMysqlServer server) {
        List<Path> candidates = new ArrayList<>();
        String given = System.getenv("MYSQLDUMP");
        if (given != null && !given.isBlank()) {
            candidates.add(Path.of(given));
        }
        candidates.addAll(onPath());
        return candidates.stream()
                .filter(program -> serves(program, server))
                .findFirst()
                .orElseGet(() -> embedded(server));
    }

    /** MySQL's asks for what only servers of its own major version have; MariaDB's serves both. */
    private static boolean serves(Path program, TestMysqlServer server) {
        Matcher major = MAJOR.matcher(version(program));
        return isMariaDb(program)
                || server instanceof TestMysql
                        && major.find()
                        && Integer.parseInt(major.group(1)) == server.majorVersion();
    }

    /** Whether a program is MariaDB's, also under MySQL's name. */
    static boolean isMariaDb(Path program) {
        return version(program).contains("MariaDB");
    }

    private static String version(Path program) {
        return VERSIONS.computeIfAbsent(program, p -> Commands.output(List.of(p.toString(), "--version"), ""));
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
