// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.InvalidInputException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupProvider;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Backups in files and in the backup schema side by side; new ones go into files. */
public final class AllBackups implements BackupProvider {
    private final SchemaBackups schema;
    private final FileProvider files;

    public AllBackups(SchemaBackups schema, FileProvider files) {
        this.schema = schema;
        this.files = files;
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public Backup capture(CaptureOptions options) {
        boolean taken = schema.list().stream()
                .anyMatch(
                        b -> b.label().equals(options.label()) && !b.provider().equals(FileProvider.NAME));
        if (taken) {
            throw new InvalidInputException("There is a backup with the label '" + options.label()
                    + "' already in the backup schema. Choose another label, or delete that one with 'prune'.");
        }
        return files.capture(options);
    }

    @Override
    public Optional<Backup> find(String label) {
        return schema.find(label);
    }

    /** One that is loaded from files is listed once. */
    @Override
    public List<BackupSummary> list() {
        return Stream.concat(
                        files.list().stream(),
                        schema.list().stream()
                                .filter(b -> files.folder(b.label()).isEmpty()))
                .sorted(Comparator.comparing(BackupSummary::takenAt).reversed())
                .toList();
    }

    @Override
    public BackupCheck check(String label, boolean drill) {
        return of(label).check(label, drill);
    }

    @Override
    public void delete(String label) {
        if (of(label) == schema) {
            schema.delete(label);
            return;
        }
        boolean loaded = schema.list().stream().anyMatch(b -> b.label().equals(label));
        if (loaded) {
            schema.drop(label);
        }
        schema.forget(label);
        files.delete(label);
    }

    private BackupProvider of(String label) {
        return files.folder(label).isPresent() ? files : schema;
    }
}
