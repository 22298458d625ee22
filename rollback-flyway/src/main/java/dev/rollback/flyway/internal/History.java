// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.model.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What Flyway has written down, read by Flyway's own rule: a successful DELETE row takes out the newest row before it that is
 * about the same migration, and the migration is pending again.
 *
 * @param rows in the order of their ranks
 */
record History(List<HistoryRow> rows) {
    History {
        rows = List.copyOf(rows);
    }

    int lastRank() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).rank();
    }

    /** Rows that stand, of those up to a rank. */
    List<HistoryRow> standing(int rank) {
        List<HistoryRow> standing = new ArrayList<>();
        Set<Integer> deleted = new HashSet<>();
        for (HistoryRow row : rows) {
            if (row.rank() > rank) {
                break;
            }
            if (!row.isDelete()) {
                standing.add(row);
            } else if (row.success()) {
                newest(standing, row).ifPresent(r -> deleted.add(r.rank()));
            }
        }
        standing.removeIf(r -> deleted.contains(r.rank()));
        return standing;
    }

    private static Optional<HistoryRow> newest(List<HistoryRow> rows, HistoryRow like) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!rows.get(i).isSynthetic() && rows.get(i).isOf(like)) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    List<HistoryRow> standing() {
        return standing(Integer.MAX_VALUE);
    }

    /** Versioned migrations that stand, also failed ones, the last one first. */
    List<HistoryRow> versions() {
        List<HistoryRow> versions = new ArrayList<>(standing().stream()
                .filter(r -> r.version() != null && r.isMigration())
                .toList());
        Collections.reverse(versions);
        return versions;
    }

    /** The newest version that stood at a rank; empty before the first. */
    Optional<MigrationVersion> version(int rank) {
        return standing(rank).stream()
                .filter(HistoryRow::success)
                .map(HistoryRow::version)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo);
    }

    Optional<MigrationVersion> version() {
        return version(Integer.MAX_VALUE);
    }

    /** What a way back to a rank takes out, the last one first: of a repeatable migration its newest run. */
    List<HistoryRow> after(int rank) {
        List<HistoryRow> after = new ArrayList<>();
        List<HistoryRow> standing = standing();
        for (int i = standing.size() - 1; i >= 0; i--) {
            HistoryRow row = standing.get(i);
            if (row.rank() > rank && after.stream().noneMatch(row::isOf)) {
                after.add(row);
            }
        }
        return after;
    }

    /** The same for the same rows up to a rank; failed ones do not count, as {@code repair} removes them. */
    String signature(int rank) {
        StringBuilder text = new StringBuilder();
        rows.stream()
                .filter(r -> r.rank() <= rank && r.success())
                .forEach(r -> text.append(r.rank())
                        .append(' ')
                        .append(r.type())
                        .append(' ')
                        .append(r.version() == null ? r.description() : r.version())
                        .append('\n'));
        return Fingerprint.of(text.toString());
    }
}
