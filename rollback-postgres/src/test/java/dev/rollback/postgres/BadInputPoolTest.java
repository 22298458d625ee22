// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.Gate;
import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest pools: one connection is enough for everything; none is a clear word at once. */
@Timeout(120)
class BadInputPoolTest {

    private static HikariDataSource pool(BadInput sample, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(sample.database.dataSource());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(500);
        return pool;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everythingWorks(int size) {
        try (BadInput sample = BadInput.fresh();
                HikariDataSource pool = pool(sample, size)) {
            Gate open = plan -> Optional.empty();
            Rollback rollback = Rollback.builder(pool)
                    .gate(open)
                    .check(connection -> Optional.empty())
                    .build();
            rollback.capture("before");
            sample.execute("ALTER TABLE customers DROP COLUMN email; CREATE TABLE extra (id integer)");
            rollback.markMigrated("before");
            rollback.adopt("adopted", "before", Map.of("customers", "customers_backup"));
            assertThat(rollback.backups()).hasSize(2);
            assertThat(rollback.checkBackup("before").isSound()).isTrue();
            assertThat(rollback.drillBackup("before").isSound()).isTrue();
            assertThat(rollback.verify("before").isClean()).isFalse();
            RollbackPlan plan = rollback.loadPlan(rollback.plan("before").toJson());
            RollbackReport report = rollback.revert(plan, BadInput.accepting());
            sample.proves(report);
            assertThat(rollback.status().openRuns()).isEmpty();
            assertThat(rollback.history()).hasSize(1);
            assertThat(rollback.cleanup(report.run())).isNotEmpty();
            rollback.revert(
                    rollback.plan(ExplicitPlan.builder()
                            .dropColumn("customers", "born")
                            .build()),
                    BadInput.accepting());
            sample.execute("UPDATE migration_backup.rollback_run SET state = 'OPEN', position = NULL WHERE id = 2");
            rollback.cleanupOlderThan(Duration.ZERO);
            rollback.prune(0);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** What a session was given for the work does not stay with the connection of the host. */
    @Test
    void aConnectionGoesBackAsItCame() throws SQLException {
        try (BadInput sample = BadInput.migrated();
                HikariDataSource pool = pool(sample, 1)) {
            pool.setConnectionInitSql("SET search_path = public, pg_catalog; SET statement_timeout = '77s'");
            Rollback rollback = Rollback.builder(pool).build();
            sample.proves(rollback.revert(rollback.plan("before"), BadInput.accepting()));
            sample.refuses(InvalidInputException.class, () -> rollback.capture("before"), "before");
            try (Connection connection = pool.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT current_setting('search_path'),"
                            + " current_setting('statement_timeout'), (SELECT count(*) FROM pg_locks"
                            + " WHERE locktype = 'advisory' AND pid = pg_backend_pid())")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("public, pg_catalog");
                assertThat(row.getString(2)).isEqualTo("77s");
                assertThat(row.getInt(3)).isZero();
            }
        }
    }

    /** The host itself has the only connection. */
    @Test
    void noConnectionToGive() throws SQLException {
        try (BadInput sample = BadInput.migrated();
                HikariDataSource pool = pool(sample, 1)) {
            Rollback rollback = Rollback.builder(pool).build();
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
                        () -> Rollback.builder(pool).build(),
                        "no connection",
                        "Connection is not available");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            rollback.capture("new");
        }
    }
}
