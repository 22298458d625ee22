// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import java.util.List;
import java.util.Optional;

/**
 * Stores snapshots and proves that they still are what was captured. Implementations are bound to one database and may be used
 * by several threads.
 */
public interface BackupProvider {

    /** The word for it in lists: {@code schema} or {@code file}. */
    String name();

    /**
     * Captures structure and rows in one consistent snapshot over all tables.
     *
     * @throws dev.rollback.InvalidInputException when the label is taken or a named table does not exist
     * @throws dev.rollback.RollbackRefusedException when something could be captured but not restored later
     * @throws dev.rollback.RollbackFailedException when the database fails; nothing of the attempt is left behind
     */
    Backup capture(CaptureOptions options);

    /** The backup of a label with its whole manifest; empty when there is none. */
    Optional<Backup> find(String label);

    /** All backups, newest first. */
    List<BackupSummary> list();

    /**
     * Recomputes counts and checksums of every stored table. A drill restores them into a scratch schema as well.
     *
     * @throws dev.rollback.InvalidInputException when there is no such backup
     */
    BackupCheck check(String label, boolean drill);

    /** Removes a backup and everything that it stores. The caller has made sure that nothing needs it. */
    void delete(String label);
}
