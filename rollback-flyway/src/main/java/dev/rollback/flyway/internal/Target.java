// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.flyway.RestorePoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Chooses the restore point that somebody means.
 *
 * @param points the newest first
 * @param path of the history table
 */
public record Target(History history, List<RestorePoint> points, String path) {

    /** The newest state that had this version. */
    public RestorePoint version(String text) {
        MigrationVersion wanted = parsed(text);
        List<HistoryRow> standing = history.standing();
        boolean known = standing.stream().anyMatch(r -> wanted.equals(r.version()));
        if (!known) {
            throw new InvalidInputException("There is no version " + text + " to go back to: "
                    + (standing.isEmpty()
                            ? "no migration stands in " + path + "."
                            : path + " has " + versions(standing) + "."));
        }
        boolean current = history.version().filter(wanted::equals).isPresent();
        if (current && history.versions().stream().allMatch(HistoryRow::success)) {
            throw new InvalidInputException("The schema is at version " + text + " already.");
        }
        return newest(
                p -> history.version(p.rank()).filter(wanted::equals).isPresent(), "whose newest version was " + text);
    }

    private static MigrationVersion parsed(String text) {
        try {
            return MigrationVersion.fromVersion(text);
        } catch (FlywayException e) {
            throw new InvalidInputException("'" + text + "' is no version of Flyway.", e);
        }
    }

    /** The state before the last migrations. */
    public RestorePoint back(int migrations) {
        if (migrations < 1) {
            throw new InvalidInputException("At least one migration is taken back, got " + migrations + ".");
        }
        List<HistoryRow> versions = history.versions();
        if (versions.size() < migrations) {
            throw new InvalidInputException(migrations + " migrations are to be taken back, and these stand in " + path
                    + ": " + (versions.isEmpty() ? "none" : versions(versions)) + ".");
        }
        HistoryRow first = versions.get(migrations - 1);
        if (versions.size() == migrations && history.version(first.rank() - 1).isEmpty()) {
            throw new InvalidInputException("That takes back every migration (" + versions(versions)
                    + "), and nothing is left of the schema that they"
                    + " made. If you mean it, say so with toEmpty().");
        }
        return before(versions, migrations);
    }

    /** The state before every migration. */
    public RestorePoint empty() {
        List<HistoryRow> versions = history.versions();
        if (versions.isEmpty()) {
            throw new InvalidInputException("No migration stands in " + path + ".");
        }
        return before(versions, versions.size());
    }

    private RestorePoint before(List<HistoryRow> versions, int migrations) {
        HistoryRow first = versions.get(migrations - 1);
        int rest = versions.size() == migrations ? 0 : versions.get(migrations).rank();
        return newest(p -> p.rank() < first.rank() && p.rank() >= rest, "taken right before " + first.words());
    }

    /**
     * The state before a migration that failed, or that ended without a row: the first capture since the last migration that
     * ended well, or the last one before it.
     */
    public RestorePoint beforeFailure() {
        int rank = history.standing().stream()
                .filter(HistoryRow::success)
                .mapToInt(HistoryRow::rank)
                .max()
                .orElse(0);
        List<RestorePoint> usable = points.stream().filter(this::isOfThis).toList();
        List<RestorePoint> since = usable.stream().filter(p -> p.rank() >= rank).toList();
        if (usable.isEmpty()) {
            throw new InvalidInputException("No backup was taken before a migration. There " + listed() + ".");
        }
        if (since.isEmpty()) {
            return usable.get(0);
        }
        return since.get(since.size() - 1);
    }

    /** This very one. */
    public RestorePoint point(RestorePoint point) {
        return newest(p -> p.label().equals(point.label()), "under the label '" + point.label() + "'");
    }

    /** What stood when it was taken stands now, row for row. */
    private boolean isOfThis(RestorePoint point) {
        Set<Integer> now =
                new HashSet<>(history.standing().stream().map(HistoryRow::rank).toList());
        return history.signature(point.rank()).equals(point.signature())
                && history.standing(point.rank()).stream()
                        .filter(HistoryRow::success)
                        .allMatch(r -> now.contains(r.rank()));
    }

    private RestorePoint newest(Predicate<RestorePoint> wanted, String words) {
        List<RestorePoint> meant = points.stream().filter(wanted).toList();
        List<String> reasons = new ArrayList<>();
        for (RestorePoint point : meant) {
            if (isOfThis(point)) {
                return point;
            }
            if (!history.signature(point.rank()).equals(point.signature())) {
                reasons.add("The rows of " + path + " up to " + point.rank()
                        + " are not those that were there when backup '" + point.label()
                        + "' was taken: the table was edited by hand.");
            }
        }
        reasons.add("There is no backup of a state " + words + ", so there is no way back to it. There " + listed()
                + ". Nothing was changed. (captureEachMigration(true) takes one before each migration.)");
        throw new RollbackRefusedException(reasons);
    }

    private String listed() {
        List<RestorePoint> usable = points.stream().filter(this::isOfThis).toList();
        return usable.isEmpty()
                ? "are no backups of this history"
                : "are backups of: "
                        + usable.stream().map(RestorePoint::toString).collect(Collectors.joining("; "));
    }

    private static String versions(List<HistoryRow> rows) {
        return rows.stream()
                .filter(r -> r.version() != null)
                .map(r -> String.valueOf(r.version()))
                .collect(Collectors.joining(", "));
    }
}
