// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.RollbackFailedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
            return failure.getFile() + ": " + reason(failure);
        }
        return String.valueOf(cause.getMessage());
    }

    private static String reason(FileSystemException failure) {
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        return failure instanceof FileAlreadyExistsException ? "it is there already" : "it cannot be accessed";
    }
}
