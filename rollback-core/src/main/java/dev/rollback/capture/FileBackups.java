// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import dev.rollback.InvalidInputException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Backups as folders of compressed files, which outlive the database. Each folder holds a manifest and the rows of every table in
 * the product's text form, with a SHA-256 for each file. To be worked with, one is loaded into the backup schema.
 *
 * @param directory an existing directory that holds a folder for each backup
 * @param level the level of the zstd compression, from 1 (fast) to 19 (small)
 */
public record FileBackups(Path directory, int level) {
    private static final int LEVEL = 3;
    private static final int HIGHEST = 19;

    public FileBackups {
        Objects.requireNonNull(directory, "directory");
        if (level < 1 || level > HIGHEST) {
            throw new InvalidInputException("A compression level is from 1 to " + HIGHEST + ", got " + level + ".");
        }
    }

    /** Backups in a directory, with compression level 3. */
    public static FileBackups in(Path directory) {
        return new FileBackups(directory, LEVEL);
    }

    public FileBackups withLevel(int newLevel) {
        return new FileBackups(directory, newLevel);
    }
}
