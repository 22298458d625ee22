// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that another session has locked by a statement. */
class MysqlBadInputTest {

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    /** Whoever reads waits for a while, says that it is locked, and leaves nothing behind. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("servers")
    void aTableThatAnotherSessionHasLocked(Supplier<TestMysqlServer> server) throws SQLException {
        try (Sample sample = Sample.captured(new ScenarioMysql(server.get()))) {
            sample.database().migrate("ALTER TABLE orders ADD COLUMN paid boolean");
            Rollback rollback = sample.rollback();
            Map<String, Consumer<Rollback>> commands = Map.of(
                    "capture", r -> r.capture("second"),
                    "mark", r -> r.markMigrated("before"));
            commands.forEach((name, command) -> locked(sample, () -> command.accept(rollback)));
            locked(sample, () -> rollback.revert(rollback.plan("before"), Sample.impatient()));
            assertThat(rollback.status().openRuns()).isEmpty();
            sample.worksNow();
        }
    }

    private static void locked(Sample sample, Runnable action) {
        List<String> there = backups(sample);
        try (Connection other = sample.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES orders WRITE");
            RollbackException failure = catchThrowableOfType(RollbackException.class, action::run);
            assertThat(failure).isNotNull();
            Sample.isClear(failure);
            assertThat(failure).hasMessageContaining("lock");
            statement.execute("UNLOCK TABLES");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(backups(sample)).isEqualTo(there);
    }

    /** All but our own record of what was tried. */
    private static List<String> backups(Sample sample) {
        return sample
                .database()
                .query("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                        + sample.database().backupSchema() + "' AND table_name NOT LIKE 'rollback%' ORDER BY 1")
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
