// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupTable;
import dev.rollback.internal.Sha256;
import dev.rollback.internal.capture.FileManifest.StoredFile;
import dev.rollback.revert.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the files of a backup with what its manifest says about them. */
final class FileChecking {
    /** Notes when a backup last passed its check; no part of what was captured. */
    static final String CHECKED = "checked";

    private final RollbackListener listener;

    FileChecking(RollbackListener listener) {
        this.listener = listener;
    }

    /** A manifest that is corrupt is a problem like any other. */
    BackupCheck check(String label, Path folder) throws IOException {
        FileManifest manifest;
        Backup backup;
        try {
            manifest = FileManifest.read(label, folder);
            backup = manifest.backup().backup(label);
        } catch (RollbackRefusedException e) {
            return new BackupCheck(label, false, 0, 0, e.reasons());
        }
        List<String> problems = files(manifest, folder);
        long rows = 0;
        if (problems.isEmpty()) {
            for (BackupTable table : backup.tables()) {
                listener.working(Phase.CHECKING_BACKUP, table.table().path());
                RowSum sum = new RowSum();
                try (Chunks in = new Chunks(folder, manifest.filesOf(table.storedAs()))) {
                    in.transferTo(sum);
                }
                rows += sum.rows();
                if (sum.rows() != table.rows()) {
                    problems.add("The files of " + table.table().path() + " hold " + sum.rows() + " rows, not "
                            + table.rows() + " as captured.");
                } else if (!sum.checksum().equals(table.checksum())) {
                    problems.add("The files of " + table.table().path() + " hold other rows than were captured.");
                }
            }
        }
        return new BackupCheck(label, false, backup.tables().size(), rows, problems);
    }

    /** What is wrong with the files as such. */
    List<String> files(FileManifest manifest, Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(FileManifest.NAME, FileManifest.SUM, CHECKED));
        for (StoredFile file : manifest.files()) {
            known.add(file.name());
            listener.working(Phase.CHECKING_BACKUP, file.name());
            Path path = folder.resolve(file.name());
            if (!folder.equals(path.getParent()) || !Files.isRegularFile(path)) {
                problems.add("File " + path + " is missing.");
            } else if (Files.size(path) != file.bytes()) {
                problems.add("File " + path + " was altered: it has " + Files.size(path) + " bytes, not " + file.bytes()
                        + " as captured.");
            } else if (!Sha256.of(path).equals(file.sha256())) {
                problems.add("File " + path + " was altered: it does not match its SHA-256.");
            }
        }
        try (Stream<Path> there = Files.list(folder)) {
            there.filter(p -> !known.contains(p.getFileName().toString()))
                    .sorted()
                    .forEach(p -> problems.add("File " + p + " does not belong to the backup."));
        }
        return problems;
    }
}
