// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.internal.Json;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a backup's description.
 *
 * @param notes null in backups of the first versions
 * @param excluded null in backups of the first versions
 */
record Manifest(
        String format,
        String label,
        Instant takenAt,
        String toolVersion,
        String provider,
        Backup.Origin origin,
        String position,
        @Nullable Map<String, String> notes,
        String product,
        String version,
        String database,
        List<String> schemas,
        @Nullable Set<ObjectId> excluded,
        String fingerprint,
        List<BackupTable> tables,
        List<SchemaObject> objects) {
    static final String FORMAT = "rollback-manifest-1";

    static Manifest of(Backup backup) {
        DatabaseModel model = backup.model();
        return new Manifest(
                FORMAT,
                backup.label(),
                backup.takenAt(),
                backup.toolVersion(),
                backup.provider(),
                backup.origin(),
                backup.position(),
                backup.notes(),
                model.product(),
                model.version(),
                model.database(),
                model.schemas(),
                model.excluded(),
                model.fingerprint(),
                backup.tables(),
                List.copyOf(model.objects()));
    }

    static String write(Backup backup) {
        return Json.write(of(backup));
    }

    /**
     * @throws RollbackRefusedException when the text is not what was written
     */
    static Backup read(String label, String text, String sha256) {
        if (!Fingerprint.of(text).equals(sha256)) {
            throw corrupt(label, "its text does not match its SHA-256");
        }
        Manifest manifest;
        try {
            manifest = Json.read(text, Manifest.class);
        } catch (JsonProcessingException e) {
            throw corrupt(label, "it cannot be read (" + e.getOriginalMessage() + ")");
        }
        if (manifest == null) {
            throw corrupt(label, "its format is not " + FORMAT);
        }
        return manifest.backup(label);
    }

    /**
     * @throws RollbackRefusedException when it is not what was written
     */
    Backup backup(String expected) {
        if (!FORMAT.equals(format)) {
            throw corrupt(expected, "its format is not " + FORMAT);
        }
        if (schemas == null || tables == null || objects == null || position == null) {
            throw corrupt(expected, "parts of it are missing");
        }
        DatabaseModel model = new DatabaseModel(product, version, database, schemas, objects)
                .excluding(excluded == null ? Set.of() : excluded);
        if (!expected.equals(label) || !model.fingerprint().equals(fingerprint)) {
            throw corrupt(expected, "its structure does not match its fingerprint");
        }
        return new Backup(
                label,
                takenAt,
                toolVersion,
                provider,
                origin,
                position,
                notes == null ? Map.of() : notes,
                model,
                tables);
    }

    static RollbackRefusedException corrupt(String label, String why) {
        return new RollbackRefusedException("The manifest of backup '" + label + "' is corrupt: " + why
                + ". Do not use this backup; restore from an external one.");
    }
}
