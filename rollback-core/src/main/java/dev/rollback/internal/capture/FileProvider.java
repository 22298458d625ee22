// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupProvider;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.FileBackups;
import dev.rollback.capture.Scope;
import dev.rollback.internal.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups as folders of files. A directory may hold those of other databases too; these are neither listed nor pruned. */
public final class FileProvider implements BackupProvider {
    static final String NAME = "file";
    private static final Logger LOG = LoggerFactory.getLogger(FileProvider.class);

    private final Context context;
    private final BackupFolders folders;
    private final int level;

    /**
     * @throws InvalidInputException when the directory is not there
     */
    public FileProvider(Context context, FileBackups files) {
        this.context = context;
        this.folders = new BackupFolders(files.directory());
        this.level = files.level();
    }

    @Override
    public String name() {
        return NAME;
    }

    Path directory() {
        return folders.directory();
    }

    @Override
    public Backup capture(CaptureOptions options) {
        if (folders.find(options.label()).isPresent()) {
            throw folders.taken(options.label());
        }
        return context.sessions()
                .call(
                        "capture of '" + options.label() + "'",
                        c -> new FileCapturing(context, level).capture(c, options, folders));
    }

    @Override
    public Optional<Backup> find(String label) {
        return folders.find(label)
                .map(folder -> manifest(label, folder).backup().backup(label));
    }

    /** Where a backup is. */
    Optional<Path> folder(String label) {
        return folders.find(label);
    }

    FileManifest manifest(String label, Path folder) {
        try {
            return FileManifest.read(label, folder);
        } catch (IOException e) {
            throw FileFailure.reading("reading of backup '" + label + "'", folder, e);
        }
    }

    /** Those of all databases. */
    List<Backup> all() {
        List<Path> found;
        try {
            found = folders.all();
        } catch (IOException e) {
            throw FileFailure.reading("list of backups", directory(), e);
        }
        List<Backup> backups = new ArrayList<>();
        for (Path folder : found) {
            try {
                Manifest manifest =
                        manifest(String.valueOf(folder.getFileName()), folder).backup();
                if (!folders.isPlaceOf(manifest.label(), folder)) {
                    throw Manifest.corrupt(manifest.label(), folder + " is not its place");
                }
                backups.add(manifest.backup(manifest.label()));
            } catch (RollbackRefusedException e) {
                LOG.warn("{} is left out: {}", folder, e.getMessage());
            }
        }
        return backups;
    }

    @Override
    public List<BackupSummary> list() {
        String database = context.sessions()
                .call("list of backups", c -> context.dialect().reader().read(c, Scope.of(List.of())))
                .database();
        return all().stream()
                .filter(b -> b.model().database().equals(database))
                .map(this::summary)
                .sorted(Comparator.comparing(BackupSummary::takenAt).reversed())
                .toList();
    }

    private BackupSummary summary(Backup backup) {
        return new BackupSummary(
                backup.label(),
                backup.takenAt(),
                backup.tables().size(),
                backup.rows(),
                backup.bytes(),
                NAME,
                backup.origin(),
                checkedAt(backup.label()));
    }

    private @Nullable Instant checkedAt(String label) {
        Path folder = folders.find(label).orElseThrow();
        try {
            Path note = folder.resolve(FileChecking.CHECKED);
            return Files.exists(note) ? Files.getLastModifiedTime(note).toInstant() : null;
        } catch (IOException e) {
            throw FileFailure.reading("list of backups", folder, e);
        }
    }

    @Override
    public BackupCheck check(String label, boolean drill) {
        Path folder = folders.find(label).orElseThrow(() -> unknown(label));
        try {
            BackupCheck check = new FileChecking(context.listener()).check(label, folder);
            if (check.isSound() && drill) {
                FileManifest manifest = manifest(label, folder);
                check = context.sessions()
                        .call(
                                "drill of backup '" + label + "'",
                                c -> new FileDrill(context).restore(c, label, manifest, folder));
            }
            if (check.isSound() && Files.isWritable(folder)) {
                new PrivateFiles(folder).touch(FileChecking.CHECKED);
            }
            return check;
        } catch (IOException e) {
            throw FileFailure.reading("check of backup '" + label + "'", folder, e);
        }
    }

    private InvalidInputException unknown(String label) {
        return new InvalidInputException("There is no backup with the label '" + label + "' in " + directory()
                + ". The command 'backups' lists those there are.");
    }

    @Override
    public void delete(String label) {
        Path folder = folders.find(label).orElseThrow(() -> unknown(label));
        try {
            folders.delete(folder);
        } catch (IOException e) {
            throw FileFailure.reading("deletion of backup '" + label + "'", directory(), e);
        }
    }
}
