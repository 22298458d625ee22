// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Finds undo scripts beside the migrations: {@code U3__x.sql}, or else the down section of {@code V3__x.sql} itself. In a folder
 * the version decides; on a class path, where nobody can look into folders, the whole name.
 */
record UndoScripts(Configuration flyway) {
    private static final String UNDO = "U";

    /** Of those migrations that have one, in the same order. */
    List<UndoScript> of(List<HistoryRow> rows) {
        List<UndoScript> scripts = new ArrayList<>();
        for (HistoryRow row : rows) {
            if (row.version() != null && row.isMigration()) {
                of(row).ifPresent(scripts::add);
            }
        }
        return scripts;
    }

    private Optional<UndoScript> of(HistoryRow row) {
        for (Location location : flyway.getLocations()) {
            try {
                Optional<UndoScript> script = location.isFileSystem()
                        ? inFolder(Path.of(location.getRootPath()), row)
                        : location.isClassPath() ? onClassPath(location.getRootPath(), row) : Optional.empty();
                if (script.isPresent()) {
                    return script;
                }
            } catch (IOException e) {
                throw new InvalidInputException(
                        "The undo script of " + row.words() + " in " + location + " cannot be read.", e);
            }
        }
        return Optional.empty();
    }

    private Optional<UndoScript> inFolder(Path root, HistoryRow row) throws IOException {
        Path migration = root.resolve(row.script());
        Path folder = Objects.requireNonNullElse(migration.getParent(), root);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String begin = UNDO + row.version() + flyway.getSqlMigrationSeparator();
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> undo = files.filter(
                            f -> String.valueOf(f.getFileName()).startsWith(begin))
                    .filter(f -> Stream.of(flyway.getSqlMigrationSuffixes()).anyMatch(f.toString()::endsWith))
                    .findFirst();
            if (undo.isPresent()) {
                return Optional.of(new UndoScript(
                        String.valueOf(undo.get().getFileName()), Files.readString(undo.get(), encoding())));
            }
        }
        return Files.isRegularFile(migration) ? down(row, Files.readString(migration, encoding())) : Optional.empty();
    }

    private Optional<UndoScript> onClassPath(String root, HistoryRow row) throws IOException {
        String folder = root.isEmpty() || root.endsWith("/") ? root : root + "/";
        int name = row.script().lastIndexOf('/') + 1;
        String prefix = flyway.getSqlMigrationPrefix();
        if (row.script().startsWith(prefix, name)) {
            String undo = row.script().substring(0, name) + UNDO + row.script().substring(name + prefix.length());
            Optional<String> text = resource(folder + undo);
            if (text.isPresent()) {
                return Optional.of(new UndoScript(undo, text.get()));
            }
        }
        Optional<String> migration = resource(folder + row.script());
        return migration.isPresent() ? down(row, migration.get()) : Optional.empty();
    }

    private static Optional<UndoScript> down(HistoryRow row, String text) {
        return DownSection.of(text).map(sql -> new UndoScript(row.script() + " (down)", sql));
    }

    private Optional<String> resource(String path) throws IOException {
        try (InputStream in = flyway.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), encoding()));
        }
    }

    private Charset encoding() {
        return flyway.getEncoding();
    }
}
