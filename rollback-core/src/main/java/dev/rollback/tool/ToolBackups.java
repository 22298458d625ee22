// SPDX-License-Identifier: Apache-2.0
package dev.rollback.tool;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The backups that an integration takes before migrations, and finds again by a note.
 *
 * @param rollback what takes them
 * @param prefix what their labels begin with
 * @param note the name of the note that tells whose they are
 * @param table the tool's record of what ran, which that note names
 */
public record ToolBackups(Rollback rollback, String prefix, String note, String table) {
    private static final int LONGEST = 80;

    /** The newest first. */
    public List<Backup> all() {
        return rollback.backups().stream()
                .map(BackupSummary::label)
                .filter(label -> label.startsWith(prefix))
                .flatMap(label -> rollback.backup(label).stream())
                .filter(backup -> table.equals(backup.notes().get(note)))
                .sorted(Comparator.comparing(Backup::takenAt).reversed())
                .toList();
    }

    /**
     * Takes one under a label that is free: what failed is tried again.
     *
     * @param next what is about to run
     * @param state what ran last, as in {@code rank-2}
     * @param notes what the tool wants to find again
     */
    public Backup capture(String next, String state, Map<String, String> notes) {
        String printable = (prefix + next).replaceAll("\\p{Cntrl}", " ");
        String label = free(printable.substring(0, Math.min(LONGEST, printable.length())) + "-" + state);
        Map<String, String> all = new HashMap<>(notes);
        all.put(note, table);
        return rollback.capture(CaptureOptions.of(label).withNotes(all));
    }

    private String free(String label) {
        Set<String> taken =
                rollback.backups().stream().map(BackupSummary::label).collect(Collectors.toSet());
        String free = label;
        for (int n = 2; taken.contains(free); n++) {
            free = label + "-" + n;
        }
        return free;
    }

    /**
     * Marks the end of the migration after each; without the mark a rollback knows less about rows, and works all the same.
     *
     * @param problem hears which could not be marked and why
     */
    public void mark(List<String> labels, Consumer<String> problem) {
        for (String label : labels) {
            try {
                rollback.markMigrated(label);
            } catch (RollbackException e) {
                problem.accept("The end of the migration after '" + label + "' could not be marked: " + e.getMessage());
            }
        }
    }

    /**
     * How a failed migration is taken back: nothing but itself wrote into what it added, which is put aside all the same.
     *
     * @param how the host wants its runs otherwise
     */
    public static RevertOptions takingBack(RevertOptions how, String reason) {
        return RevertOptions.builder()
                .allowDataLoss(true)
                .operator(how.operator())
                .reason(reason)
                .ticket(how.ticket())
                .lockTimeout(how.lockTimeout())
                .lockPatience(how.lockPatience())
                .build();
    }
}
