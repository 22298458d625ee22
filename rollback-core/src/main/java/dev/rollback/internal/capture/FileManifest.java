// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.internal.Json;
import dev.rollback.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The description of a backup in files; beside it stands its own SHA-256, as {@code sha256sum} writes it.
 *
 * @param rows the text form of the rows
 * @param files in the order in which they are read
 */
record FileManifest(String format, String rows, List<StoredFile> files, Manifest backup) {
    static final String NAME = "manifest.json";
    static final String SUM = "manifest.json.sha256";
    private static final String FORMAT = "rollback-files-2";

    /**
     * A part of the rows of a table.
     *
     * @param table the {@code storedAs} of the table
     */
    record StoredFile(String table, String name, long bytes, String sha256) {}

    static FileManifest of(Backup backup, String rows, List<StoredFile> files) {
        return new FileManifest(FORMAT, rows, files, Manifest.of(backup));
    }

    void write(PrivateFiles into) throws IOException {
        String text = Json.write(this);
        into.write(NAME, text);
        into.write(SUM, Fingerprint.of(text) + "  " + NAME + "\n");
    }

    List<StoredFile> filesOf(String table) {
        return files.stream().filter(f -> f.table().equals(table)).toList();
    }

    /**
     * @throws RollbackRefusedException when it is not what was written
     */
    static FileManifest read(String label, Path folder) throws IOException {
        String text;
        String sum;
        try {
            text = Files.readString(folder.resolve(NAME));
            sum = Files.readString(folder.resolve(SUM));
        } catch (NoSuchFileException e) {
            throw Manifest.corrupt(label, e.getFile() + " is missing");
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Manifest.corrupt(label, "it is no text");
        }
        if (!sum.equals(Fingerprint.of(text) + "  " + NAME + "\n")) {
            throw Manifest.corrupt(label, "its text does not match its SHA-256");
        }
        FileManifest manifest;
        try {
            manifest = Json.read(text, FileManifest.class);
        } catch (JsonProcessingException e) {
            throw Manifest.corrupt(label, "it cannot be read (" + e.getOriginalMessage() + ")");
        }
        if (manifest == null
                || !FORMAT.equals(manifest.format)
                || manifest.files == null
                || manifest.rows == null
                || manifest.backup == null) {
            throw Manifest.corrupt(label, "its format is not " + FORMAT);
        }
        return manifest;
    }
}
