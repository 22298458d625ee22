// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.flyway.RestorePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one {@code migrate} has done so far. */
final class Migrating {
    private final List<RestorePoint> points = new ArrayList<>();
    /** Scripts that began since the last capture. */
    private final List<String> begun = new ArrayList<>();

    private boolean ended = true;
    private @Nullable RuntimeException unhealed;

    /** The backups that it took, the oldest first. */
    List<RestorePoint> points() {
        return List.copyOf(points);
    }

    Optional<RestorePoint> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    void captured(RestorePoint point) {
        points.add(point);
        begun.clear();
    }

    void begins(String script) {
        begun.add(script);
        ended = false;
    }

    /** The migration that began last has done its work; its row is not written yet. */
    void ends() {
        ended = true;
    }

    void notHealed(RuntimeException why) {
        unhealed = why;
    }

    /** Why it failed and was not taken back. */
    Optional<RuntimeException> unhealed() {
        return Optional.ofNullable(unhealed);
    }

    /**
     * Whether the rows since the last capture are those of this {@code migrate}. Flyway gives its lock away between two migrations
     * and after a failure, and another node may have migrated there.
     */
    boolean isAlone(History history) {
        int rank = last().map(RestorePoint::rank).orElse(Integer.MAX_VALUE);
        List<HistoryRow> rows =
                history.rows().stream().filter(r -> r.rank() > rank).toList();
        List<String> scripts = rows.stream().map(HistoryRow::script).toList();
        boolean whole = scripts.equals(begun)
                && (rows.isEmpty() || rows.get(rows.size() - 1).success() == ended);
        boolean withoutTheLast = !begun.isEmpty() && scripts.equals(begun.subList(0, begun.size() - 1));
        return whole || withoutTheLast;
    }
}
