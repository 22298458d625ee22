// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** Unpacked servers below the user's cache directory, shared by all JVMs of the user. */
final class ServerCache {
    private static final String COMPLETE = ".complete";

    private ServerCache() {}

    /** Unpacks a server. */
    @FunctionalInterface
    interface Filler {
        void fill(Path directory) throws Exception;
    }

    /** The directory of a server, filled by the first JVM that asks; {@code -Dtestservers.cache} moves them all. */
    static Path directory(String name, Filler filler) throws Exception {
        Path cache = Files.createDirectories(root());
        Path directory = cache.resolve(name);
        try (FileChannel file = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("cannot lock " + directory);
            }
            if (!Files.exists(directory.resolve(COMPLETE))) {
                Commands.output(List.of("rm", "-rf", directory.toString()), "");
                Files.createDirectory(directory);
                filler.fill(directory);
                Files.createFile(directory.resolve(COMPLETE));
            }
        }
        return directory;
    }

    /** The servers of MySQL and MariaDB on Maven Central are for Linux on x86-64. */
    static void requireLinux(String product) {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.toLowerCase(Locale.ROOT).equals("linux amd64")) {
            throw new IllegalStateException("there is no embedded " + product + " for " + system);
        }
    }

    private static Path root() {
        String given = System.getProperty("testservers.cache");
        if (given != null) {
            return Path.of(given);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path parent =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return parent.resolve("rollback-test-servers");
    }
}
