// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.liquibase.RestorePoint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the restore point that somebody means.
 *
 * @param rows in the order in which the change sets ran
 * @param points the newest first
 * @param path of Liquibase's table
 */
public record Target(List<ChangelogRow> rows, List<Captured> points, String path) {

    /** The state right after the tagged change set. */
    public Captured tag(String tag) {
        List<ChangelogRow> tagged = rows.stream().filter(r -> r.hasTag(tag)).toList();
        if (tagged.isEmpty()) {
            throw new InvalidInputException("There is no tag '" + tag + "' in " + path + "."
                    + some(
                            "It has the tags",
                            rows.stream()
                                    .flatMap(r -> Stream.ofNullable(r.value("TAG")))
                                    .toList()));
        }
        int order = tagged.get(tagged.size() - 1).order();
        return after(r -> r.order() <= order, "tag '" + tag + "'");
    }

    /** The state in which a change set was the last. */
    public Captured changeSet(String name) {
        List<ChangelogRow> meant = rows.stream()
                .filter(r -> r.id().equals(name) || r.path().equals(name))
                .toList();
        if (meant.size() != 1) {
            throw new InvalidInputException(
                    meant.isEmpty()
                            ? "The change set '" + name + "' has not run: " + path
                                    + " does not have it. Name it by its id,"
                                    + " or as file::id::author."
                                    + some(
                                            "It has",
                                            rows.stream()
                                                    .map(ChangelogRow::path)
                                                    .toList())
                            : "The id '" + name + "' is that of several change sets. Name one as file::id::author: "
                                    + meant.stream().map(ChangelogRow::path).collect(Collectors.joining(", ")) + ".");
        }
        int order = meant.get(0).order();
        return after(r -> r.order() <= order, "the change set " + meant.get(0).path());
    }

    /** The state before the last change sets. */
    public Captured back(int changeSets) {
        if (changeSets < 1) {
            throw new InvalidInputException("At least one change set is taken back, got " + changeSets + ".");
        }
        if (changeSets > rows.size()) {
            throw new InvalidInputException(
                    changeSets + " change sets are to be taken back, and " + path + " has " + rows.size() + ".");
        }
        if (changeSets == rows.size()) {
            throw new InvalidInputException(
                    "That takes back every change set, and nothing is left of the schema that they made. If you mean it, say"
                            + " so with toEmpty().");
        }
        int order = rows.get(rows.size() - changeSets).order();
        return after(r -> r.order() < order, "the last but " + changeSets + " change sets");
    }

    /** The state at a moment. */
    public Captured date(LocalDateTime moment) {
        if (rows.stream().allMatch(r -> r.date().isAfter(moment))) {
            throw new InvalidInputException("No change set in " + path + " ran at " + moment
                    + " or before. Take back every one with toEmpty(), or name a later moment."
                    + some(
                            "The first ran at",
                            rows.stream().limit(1).map(r -> r.date().toString()).toList()));
        }
        return after(r -> !r.date().isAfter(moment), "the moment " + moment);
    }

    /** The state before every change set. */
    public Captured empty() {
        return after(r -> false, "the time before every change set");
    }

    /** The state before the last update that changed something. */
    public Captured lastUpdate() {
        return newest(since -> !since.isEmpty(), "from before a change set that has run");
    }

    /**
     * The state before an update that failed or was killed: the first capture since the last change set that ended well, or the
     * last one before it.
     */
    public Captured beforeFailure() {
        List<Captured> usable = usable();
        if (usable.isEmpty()) {
            throw new InvalidInputException("No backup was taken before a change set. There " + listed() + ".");
        }
        List<Captured> since = usable.stream().filter(c -> since(c).isEmpty()).toList();
        return since.isEmpty() ? usable.get(0) : since.get(since.size() - 1);
    }

    /** This very one. */
    public Captured point(RestorePoint point) {
        List<Captured> named = points.stream()
                .filter(c -> c.point().label().equals(point.label()))
                .toList();
        return choose(named, "under the label '" + point.label() + "'");
    }

    private Captured after(Predicate<ChangelogRow> stays, String words) {
        List<ChangelogRow> wanted = rows.stream().filter(stays).toList();
        if (wanted.size() == rows.size()) {
            throw new InvalidInputException(
                    "No change set in " + path + " ran after " + words + ": nothing to take back.");
        }
        return newest(since -> since.standing().equals(wanted), "right after " + words);
    }

    private Captured newest(Predicate<Since> wanted, String words) {
        return choose(points.stream().filter(c -> wanted.test(since(c))).toList(), words);
    }

    private Captured choose(List<Captured> meant, String words) {
        List<String> reasons = new ArrayList<>();
        for (Captured captured : meant) {
            Since since = since(captured);
            if (since.isClean()) {
                return captured;
            }
            reasons.add("The table " + path + " was edited by hand, or by a rollback of Liquibase's own, since backup '"
                    + captured.point().label() + "' was taken: " + String.join("; ", since.faults()) + ".");
        }
        reasons.add("There is no backup of the state " + words + ", so there is no way back to it. There " + listed()
                + ". Nothing was changed. (captureEachChangeSet(true) takes one before each change set.)");
        throw new RollbackRefusedException(reasons);
    }

    private Since since(Captured captured) {
        return Since.between(captured.rows(), rows);
    }

    private List<Captured> usable() {
        return points.stream().filter(c -> since(c).isClean()).toList();
    }

    private String listed() {
        List<Captured> usable = usable();
        return usable.isEmpty()
                ? "are no backups of these change sets"
                : "are backups: "
                        + usable.stream().map(c -> c.point().toString()).collect(Collectors.joining("; "));
    }

    private static String some(String words, List<String> values) {
        String joined = values.stream().distinct().collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : " " + words + " " + joined + ".";
    }
}
