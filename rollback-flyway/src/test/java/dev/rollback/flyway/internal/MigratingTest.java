// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.flyway.RestorePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of other nodes are told from one's own. */
class MigratingTest {
    private final Migrating migrating = new Migrating();
    private final List<HistoryRow> rows = new ArrayList<>();

    @BeforeEach
    void before() {
        row("1", true);
        migrating.captured(new RestorePoint("l", Instant.EPOCH, "1", "V2__.sql", 1, ""));
    }

    private void row(String version, boolean success) {
        rows.add(new HistoryRow(
                rows.size() + 1, MigrationVersion.fromVersion(version), "", "SQL", "V" + version + "__.sql", success));
    }

    private boolean isAlone() {
        return migrating.isAlone(new History(rows));
    }

    private void ran(String version) {
        migrating.begins("V" + version + "__.sql");
        migrating.ends();
        row(version, true);
    }

    @Test
    void itsOwnRows() {
        assertThat(isAlone()).isTrue();
        ran("2");
        ran("3");
        assertThat(isAlone()).isTrue();
    }

    @Test
    void itsOwnFailureWithAndWithoutARow() {
        ran("2");
        migrating.begins("V3__.sql");
        assertThat(isAlone()).isTrue();
        row("3", false);
        assertThat(isAlone()).isTrue();
    }

    @Test
    void aRowBetweenItsOwn() {
        ran("2");
        row("2.1", true);
        assertThat(isAlone()).isFalse();
        ran("3");
        assertThat(isAlone()).isFalse();
    }

    @Test
    void itsFailureMendedByAnotherNode() {
        migrating.begins("V2__.sql");
        row("2", true);
        assertThat(isAlone()).isFalse();
    }
}
