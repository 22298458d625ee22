// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.Rollback;
import dev.rollback.flyway.Readiness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Compares what is applied with what this release knows; an open run stands between the two. */
public final class ReadinessCheck {
    private ReadinessCheck() {}

    public static Readiness of(Flyway flyway, Rollback rollback) {
        MigrationInfo[] all = flyway.info().all();
        List<String> reasons = new ArrayList<>();
        for (MigrationInfo info : all) {
            String what = (info.getVersion() == null ? info.getDescription() : "Version " + info.getVersion()) + " ("
                    + info.getScript() + ")";
            MigrationState state = info.getState();
            if (state.isFailed()) {
                reasons.add(what + " failed.");
            } else if (state == MigrationState.PENDING || state == MigrationState.OUTDATED) {
                reasons.add(what + " is pending.");
            } else if (state == MigrationState.FUTURE_SUCCESS) {
                reasons.add(what + " is applied, and this release does not know it.");
            }
        }
        rollback.status()
                .openRuns()
                .forEach(run -> reasons.add("Run " + run.id() + " to '" + run.target()
                        + "' is open: it is going on, or waits for resume."));
        MigrationInfo current = flyway.info().current();
        return new Readiness(
                Arrays.stream(all)
                        .filter(i -> i.getState().isResolved())
                        .map(MigrationInfo::getVersion)
                        .filter(Objects::nonNull)
                        .max(MigrationVersion::compareTo)
                        .map(MigrationVersion::toString)
                        .orElse(""),
                current == null || current.getVersion() == null
                        ? ""
                        : current.getVersion().toString(),
                reasons);
    }
}
