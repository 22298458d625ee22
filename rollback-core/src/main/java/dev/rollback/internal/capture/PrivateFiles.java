// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files in one folder that only their owner may read, on disk before they count as written. */
record PrivateFiles(Path folder) {
    private static final String FOLDER_MODE = "rwx------";
    private static final String FILE_MODE = "rw-------";

    static PrivateFiles create(Path parent, String name) throws IOException {
        return new PrivateFiles(Files.createDirectory(parent.resolve(name), mode(parent, FOLDER_MODE)));
    }

    /** A new file that is on disk when it is closed. */
    OutputStream open(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, mode(folder, FILE_MODE));
        return new Synced(file);
    }

    void write(String name, String text) throws IOException {
        try (OutputStream out = open(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A file without contents whose time is now. */
    void touch(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        write(name, "");
    }

    /** The names of files are on disk only when their folder is. */
    static void sync(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    static FileAttribute<?>[] fileMode(Path parent) {
        return mode(parent, FILE_MODE);
    }

    private static FileAttribute<?>[] mode(Path parent, String mode) {
        return isPosix(parent)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }

    private static final class Synced extends FileOutputStream {
        Synced(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public void close() throws IOException {
            try {
                if (getFD().valid()) {
                    getFD().sync();
                }
            } finally {
                super.close();
            }
        }
    }
}
