// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder of SQL files: a migration, the writes after it, and what must be there once it is rolled back.
 *
 * @param folder where the files are
 * @param properties of {@code scenario.properties}; empty without that file
 */
public record Scenario(Path folder, Properties properties) {

    /**
     * All folders of a folder that are for one of some engines, in the order of their names. The system property
     * {@code scenario} limits them to those whose names match a pattern.
     */
    public static List<Scenario> in(Path root, List<String> engines) throws IOException {
        String only = System.getProperty("scenario", "");
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .filter(f -> only.isEmpty() || f.getFileName().toString().matches(only))
                    .sorted()
                    .map(Scenario::read)
                    .filter(s -> s.isFor(engines))
                    .toList();
        }
    }

    private boolean isFor(List<String> engines) {
        List<String> wanted =
                List.of(properties.getProperty("engines", "postgresql").split(","));
        return engines.stream().anyMatch(wanted::contains);
    }

    private static Scenario read(Path folder) {
        Properties properties = new Properties();
        Path file = folder.resolve("scenario.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + file, e);
            }
        }
        return new Scenario(folder, properties);
    }

    public String name() {
        return folder.getFileName().toString();
    }

    /** A script, in the words of the first of some engines that has its own; empty when there is none. */
    public String sql(String name, List<String> engines) throws IOException {
        for (String engine : engines) {
            Path special = folder.resolve(name + "." + engine + ".sql");
            if (Files.exists(special)) {
                return Files.readString(special);
            }
        }
        Path path = folder.resolve(name + ".sql");
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** The names of its schemas; empty when it has none of its own. */
    public List<String> schemas() {
        String names = get("schemas");
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    public String get(String name) {
        return properties.getProperty(name, "").trim();
    }

    public boolean is(String name) {
        return Boolean.parseBoolean(get(name));
    }

    public long number(String name) {
        return get(name).isEmpty() ? 0 : Long.parseLong(get(name));
    }

    @Override
    public String toString() {
        return name();
    }
}
