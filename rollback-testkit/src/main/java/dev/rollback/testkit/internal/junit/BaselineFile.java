// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.junit;

import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Losses and refusals that are accepted, a line each: the migration, a colon, and what it is. */
record BaselineFile(String name, Class<?> test) {
    private static final String SEPARATOR = ": ";
    private static final String HEAD = """
            # What taking a migration back loses once rows were written, and what cannot be taken back. Accepted line by line.
            """;

    /** As people look for it. */
    Path path() {
        return Path.of("src", "test", "resources").resolve(name);
    }

    /** What is accepted, by migration; nothing when there is no such file. */
    Map<String, Set<String>> accepted() throws IOException {
        Map<String, Set<String>> accepted = new LinkedHashMap<>();
        for (String line : text().lines().map(String::strip).toList()) {
            int end = line.lastIndexOf(SEPARATOR);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (end < 0) {
                throw new IllegalArgumentException("The line '" + line + "' in " + path()
                        + " is not of the form 'V2__phone.sql: COLUMN_REMOVED customer.phone'.");
            }
            accepted.computeIfAbsent(line.substring(0, end), m -> new LinkedHashSet<>())
                    .add(line.substring(end + SEPARATOR.length()));
        }
        return accepted;
    }

    /** The source wins over its copy on the class path, which may be an older one. */
    private String text() throws IOException {
        if (Files.exists(path())) {
            return Files.readString(path());
        }
        try (InputStream in = test.getClassLoader().getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void write(List<MigrationResult> results) throws IOException {
        List<String> lines = new ArrayList<>();
        for (MigrationResult result : results) {
            of(result).forEach(what -> lines.add(line(result.migration(), what)));
        }
        Path parent = path().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(path(), HEAD + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
    }

    static String line(String migration, String what) {
        return migration + SEPARATOR + what;
    }

    /** What a result needs acceptance of. */
    static List<String> of(MigrationResult result) {
        return result.outcome() == Outcome.REFUSED ? List.of(Outcome.REFUSED.name()) : result.losses();
    }
}
