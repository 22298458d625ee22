// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import dev.rollback.InvalidInputException;
import java.util.List;
import java.util.Map;

/**
 * What to capture.
 *
 * @param label the name of the backup: 1 to 100 printable characters
 * @param tables tables whose rows to store, with or without their schema; empty for all
 * @param structureOnly store no rows at all
 * @param notes what the backup shall remember besides, for whoever takes it
 */
public record CaptureOptions(String label, List<String> tables, boolean structureOnly, Map<String, String> notes) {
    public CaptureOptions {
        if (label.isBlank() || label.length() > 100 || label.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("A label has 1 to 100 printable characters and is not blank; got '"
                    + label.replaceAll("\\p{Cntrl}", "?") + "'.");
        }
        tables = List.copyOf(tables);
        notes = Map.copyOf(notes);
        if (structureOnly && !tables.isEmpty()) {
            throw new InvalidInputException("A capture of the structure only cannot name tables: " + tables + ".");
        }
    }

    /** Structure and all rows. */
    public static CaptureOptions of(String label) {
        return new CaptureOptions(label, List.of(), false, Map.of());
    }

    public CaptureOptions withTables(List<String> only) {
        return new CaptureOptions(label, only, structureOnly, notes);
    }

    public CaptureOptions withStructureOnly() {
        return new CaptureOptions(label, tables, true, notes);
    }

    public CaptureOptions withNotes(Map<String, String> remembered) {
        return new CaptureOptions(label, tables, structureOnly, remembered);
    }
}
