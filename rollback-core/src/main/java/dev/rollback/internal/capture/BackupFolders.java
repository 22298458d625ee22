// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.InvalidInputException;
import dev.rollback.model.Fingerprint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory with a folder for each backup. A folder gets its name last: one that is there is complete. */
final class BackupFolders {
    private static final String PARTIAL = ".partial-";
    private static final String LOCK = ".lock";
    private static final int READABLE = 40;
    private static final int HASH = 12;

    private final Path directory;

    /**
     * @throws InvalidInputException when there is no such directory
     */
    BackupFolders(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.directory)) {
            throw new InvalidInputException(
                    (Files.exists(this.directory) ? "This is no directory" : "There is no directory")
                            + " for file backups: " + this.directory + ".");
        }
    }

    Path directory() {
        return directory;
    }

    Optional<Path> find(String label) {
        return Optional.of(place(label)).filter(Files::isDirectory);
    }

    /** All folders that look like backups. */
    List<Path> all() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(p -> Files.exists(p.resolve(FileManifest.NAME)))
                    .filter(p -> !p.getFileName().toString().startsWith(PARTIAL))
                    .sorted()
                    .toList();
        }
    }

    boolean isPlaceOf(String label, Path folder) {
        return place(label).equals(folder);
    }

    /** Safe for every file system, and never the same for two labels. */
    private Path place(String label) {
        String readable = label.replaceAll("[^A-Za-z0-9_-]", "_");
        return directory.resolve(readable.substring(0, Math.min(READABLE, readable.length())) + "-"
                + Fingerprint.of(label).substring(0, HASH));
    }

    /** A folder in the making. */
    interface Filling<T> {
        T fill(PrivateFiles files) throws IOException, java.sql.SQLException;
    }

    /** Fills a folder and puts it in its place; what fails leaves nothing. What a killed capture has left goes first. */
    <T> T make(String label, Filling<T> filling) throws IOException, java.sql.SQLException {
        removeLeftOvers();
        String name = PARTIAL + place(label).getFileName() + "-" + UUID.randomUUID();
        Path lockFile = directory.resolve(name + LOCK);
        Path partial = directory.resolve(name);
        try (FileChannel channel = FileChannel.open(
                        lockFile,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PrivateFiles.fileMode(directory));
                FileLock lock = channel.lock()) {
            try {
                T made = filling.fill(PrivateFiles.create(directory, name));
                PrivateFiles.sync(partial);
                moveIntoPlace(partial, label);
                PrivateFiles.sync(directory);
                return made;
            } finally {
                if (Files.exists(partial)) {
                    PrivateFiles.delete(partial);
                }
                Files.deleteIfExists(lockFile);
            }
        }
    }

    /** Of two captures that go on at once, the one that ends first has the label. */
    private void moveIntoPlace(Path partial, String label) throws IOException {
        try {
            Files.move(partial, place(label), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(place(label))) {
                throw taken(label);
            }
            throw e;
        }
    }

    InvalidInputException taken(String label) {
        return new InvalidInputException("There is a backup with the label '" + label + "' already in " + directory
                + ". Choose another label, or delete that one with 'prune'.");
    }

    /** It stops being a backup at once, whatever happens then. */
    void delete(Path folder) throws IOException {
        Path going = directory.resolve(PARTIAL + folder.getFileName() + "-" + UUID.randomUUID());
        Files.move(folder, going, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.delete(going);
    }

    /** The lock of a capture goes with its process. */
    private void removeLeftOvers() throws IOException {
        List<Path> partial;
        try (Stream<Path> found = Files.list(directory)) {
            partial = found.filter(p -> p.getFileName().toString().startsWith(PARTIAL))
                    .filter(Files::isDirectory)
                    .toList();
        }
        for (Path left : partial) {
            Path lockFile = directory.resolve(left.getFileName() + LOCK);
            try (FileChannel channel = FileChannel.open(
                            lockFile,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PrivateFiles.fileMode(directory));
                    FileLock lock = tryLock(channel)) {
                if (lock != null) {
                    PrivateFiles.delete(left);
                    Files.deleteIfExists(lockFile);
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // a capture in this process
            return null;
        }
    }
}
