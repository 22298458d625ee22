// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A folder of {@code scenarios/}: a migration, the writes after it, and what must be there once it is rolled back. */
record Scenario(Path folder, Properties properties) {

    static List<Scenario> all() throws IOException {
        Path root = Path.of("..", "scenarios").toAbsolutePath().normalize();
        String only = System.getProperty("scenario", "");
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .filter(f -> only.isEmpty() || f.getFileName().toString().matches(only))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        }
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

    String name() {
        return folder.getFileName().toString();
    }

    String sql(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    String[] schemas() {
        return properties.getProperty("schemas", "public").split(",");
    }

    String get(String name) {
        return properties.getProperty(name, "").trim();
    }

    boolean is(String name) {
        return Boolean.parseBoolean(get(name));
    }

    long number(String name) {
        return get(name).isEmpty() ? 0 : Long.parseLong(get(name));
    }

    @Override
    public String toString() {
        return name();
    }
}
