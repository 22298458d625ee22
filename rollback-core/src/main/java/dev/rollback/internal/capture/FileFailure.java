// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.RollbackFailedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Failures of the file system in words. */
final class FileFailure {
    private FileFailure() {}

    static RollbackFailedException capture(String label, Path directory, IOException cause) {
        return new RollbackFailedException(
                "The capture of '" + label + "' into " + directory + " failed: " + words(cause) + ".",
                "no backup was made, nothing half-made is left, and the database was only read.",
                "make room or grant write access there, or name another directory, and capture again.",
                cause);
    }

    static RollbackFailedException reading(String what, Path directory, IOException cause) {
        return new RollbackFailedException(
                "The " + what + " in " + directory + " failed: " + words(cause) + ".",
                "nothing of the database was changed.",
                "correct the cause and run the same again.",
                cause);
    }

    private static String words(IOException cause) {
        if (cause instanceof FileSystemException failure) {
            String reason = failure.getReason() != null
                    ? failure.getReason()
                    : cause instanceof AccessDeniedException
                            ? "permission denied"
                            : cause.getClass().getSimpleName();
            return failure.getFile() + ": " + reason;
        }
        return String.valueOf(cause.getMessage());
    }
}
