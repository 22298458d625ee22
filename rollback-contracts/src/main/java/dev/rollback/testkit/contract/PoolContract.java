// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.ExplicitPlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The smallest pools: one connection is enough for everything but a run, which says how many it takes before it begins. */
@Timeout(120)
public abstract class PoolContract implements Contract {
    private static final int MOST = 9;

    private static Rollback over(Sample sample, SmallPool pool) {
        return Rollback.builder(pool)
                .schemas(sample.database().schema())
                .backupSchema(sample.database().backupSchema())
                .gate((plan, options) -> Optional.empty())
                .check(connection -> Optional.empty())
                .build();
    }

    /** A pool that is too small is told so, and nothing is touched; the number that it is told is enough. */
    @Test
    void theSmallestPoolThatWillDo() {
        try (Sample sample = Sample.fresh(server())) {
            smallest(sample, "capture", r -> r.capture("before"));
            sample.execute("ALTER TABLE customers DROP COLUMN email;\nCREATE TABLE extra (id integer PRIMARY KEY)");
            aPoolOfOne(sample);
            smallest(sample, "run", r -> sample.proves(r.revert(r.plan("before"), Sample.accepting())));
            try (SmallPool pool = new SmallPool(sample.database().dataSource(), 1)) {
                Rollback rollback = over(sample, pool);
                assertThat(rollback.history()).hasSize(1);
                assertThat(rollback.cleanup("1")).isNotEmpty();
                rollback.cleanupOlderThan(Duration.ZERO);
                rollback.prune(0);
                assertThat(rollback.backups()).isEmpty();
            }
        }
    }

    private static void smallest(Sample sample, String what, Consumer<Rollback> work) {
        int needed = 1;
        for (int size = 1; size <= needed; size++) {
            assertThat(needed).isLessThan(MOST);
            try (SmallPool pool = new SmallPool(sample.database().dataSource(), size)) {
                needed = needed(sample, over(sample, pool), work, what, size);
                assertThat(pool.taken()).isZero();
            }
        }
    }

    private static int needed(Sample sample, Rollback rollback, Consumer<Rollback> work, String what, int size) {
        String untouched = sample.structure();
        int runs = rollback.history().size();
        int backups = rollback.backups().size();
        try {
            work.accept(rollback);
            return size;
        } catch (RollbackRefusedException e) {
            Sample.isClear(e);
            assertThat(e).hasMessageContaining("The " + what).hasMessageContaining("gives " + size);
            assertThat(sample.structure()).isEqualTo(untouched);
            assertThat(rollback.history()).hasSize(runs);
            assertThat(rollback.backups()).hasSize(backups);
            return Integer.parseInt(
                    String.valueOf(e.getMessage()).replaceAll("(?s).* takes (\\d+) connections.*", "$1"));
        }
    }

    private static void aPoolOfOne(Sample sample) {
        try (SmallPool pool = new SmallPool(sample.database().dataSource(), 1)) {
            Rollback rollback = over(sample, pool);
            rollback.adopt("adopted", "before", Map.of("customers", "customers_backup"));
            assertThat(rollback.backups()).hasSize(2);
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
            assertThat(rollback.drillBackup("before").isSound()).isTrue();
            assertThat(rollback.verify("before").isClean()).isFalse();
            assertThat(rollback.loadPlan(rollback.plan("before").toJson()).isEmpty())
                    .isFalse();
            ExplicitPlan wishes =
                    ExplicitPlan.builder().dropColumn("customers", "born").build();
            assertThat(rollback.plan(wishes).isEmpty()).isFalse();
            rollback.markMigrated("before");
            assertThat(rollback.status().openRuns()).isEmpty();
            assertThat(pool.taken()).isZero();
        }
    }

    /** The host itself has the only connection. */
    @Test
    void noConnectionToGive() throws SQLException {
        try (Sample sample = Sample.migrated(server());
                SmallPool pool = new SmallPool(sample.database().dataSource(), 1)) {
            Rollback rollback = over(sample, pool);
            long began = System.nanoTime();
            try (Connection taken = pool.getConnection()) {
                assertThat(taken.isClosed()).isFalse();
                sample.refusesWithoutTrace(
                        RollbackFailedException.class,
                        () -> rollback.capture("new"),
                        "capture of 'new'",
                        "no connection",
                        "Connection is not available");
                sample.refusesWithoutTrace(
                        RollbackFailedException.class,
                        () -> over(sample, pool),
                        "no connection",
                        "Connection is not available");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            assertThat(rollback.plan("before").isEmpty()).isFalse();
        }
    }

    /** What a session was given for the work does not stay with the connection of the host, be it done or refused. */
    @Test
    void aConnectionGoesBackAsItCame() throws SQLException {
        String change = ContractSql.part(server(), "session", "change");
        String settings = ContractSql.part(server(), "session", "settings");
        try (Sample sample = Sample.migrated(server());
                SmallPool pool =
                        new SmallPool(WrappedSource.with(sample.database().dataSource(), c -> read(c, change)), MOST)) {
            Rollback rollback = over(sample, pool);
            String before = read(pool.idle().get(0), settings);
            assertThat(before).isNotEmpty();
            rollback.capture("second");
            sample.proves(rollback.revert(rollback.plan("before"), Sample.accepting()));
            sample.fails(InvalidInputException.class, () -> rollback.capture("before"), "before");
            for (Connection connection : pool.idle()) {
                assertThat(read(connection, settings)).isEqualTo(before);
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(connection.isReadOnly()).isFalse();
            }
        }
    }

    /** The values of its queries, a line each. */
    private static String read(Connection connection, String script) throws SQLException {
        StringBuilder values = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n")) {
                if (!sql.isBlank() && statement.execute(sql)) {
                    try (ResultSet row = statement.getResultSet()) {
                        row.next();
                        values.append(row.getString(1)).append('\n');
                    }
                }
            }
        }
        return values.toString();
    }
}
