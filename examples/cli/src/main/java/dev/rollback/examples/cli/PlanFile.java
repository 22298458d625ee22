// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a saved plan; whether it is one, the library says. */
final class PlanFile {
    private PlanFile() {}

    static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException("The plan file " + file + " is a directory.");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInputException("Cannot read the plan file " + file + ": " + reason(e) + ".", e);
        }
    }

    /** In words: these exceptions have a file name for a message. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not a text file";
        }
        return String.valueOf(failure.getMessage());
    }
}
