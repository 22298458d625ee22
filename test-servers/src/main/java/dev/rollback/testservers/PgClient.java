// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds PostgreSQL's client programs; the embedded server brings none. */
final class PgClient {
    private static final List<String> INSTALLATIONS = List.of("/usr/lib/postgresql", "/usr");
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final Map<Path, Integer> MAJORS = new ConcurrentHashMap<>();

    private PgClient() {}

    /**
     * The first program that is not older than the server.
     *
     * @throws org.opentest4j.TestAbortedException if there is none; with
     *     {@code -Dtestservers.required=true} an IllegalStateException
     */
    static Path find(String program, TestServer server) {
        List<String> tooOld = new ArrayList<>();
        for (Path candidate : candidates(program)) {
            int major = MAJORS.computeIfAbsent(candidate, PgClient::major);
            if (major >= server.majorVersion()) {
                return candidate;
            }
            tooOld.add(candidate + " is " + (major == 0 ? "broken" : "of version " + major));
        }
        throw MissingServer.because("no " + program + " for " + server.version()
                + (tooOld.isEmpty() ? "" : ": " + String.join(", ", tooOld)));
    }

    private static List<Path> candidates(String program) {
        List<Path> directories = new ArrayList<>();
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            directories.add(Path.of(directory));
        }
        for (String installation : INSTALLATIONS) {
            directories.addAll(versions(Path.of(installation)));
        }
        List<Path> candidates = new ArrayList<>();
        String given = System.getenv(program.toUpperCase(Locale.ROOT));
        if (given != null && !given.isBlank()) {
            candidates.add(Path.of(given));
        }
        directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .forEach(candidates::add);
        return candidates;
    }

    /** Debian: /usr/lib/postgresql/15/bin; Red Hat: /usr/pgsql-15/bin. */
    private static List<Path> versions(Path installation) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(installation, "{,pgsql-}[0-9][0-9]")) {
            entries.forEach(entry -> found.add(entry.resolve("bin")));
        } catch (IOException e) {
            return List.of(); // not installed there
        }
        found.sort(Collections.reverseOrder());
        return found;
    }

    /** The major version that the program prints, 0 if it does not run. */
    private static int major(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = MAJOR.matcher(line);
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
