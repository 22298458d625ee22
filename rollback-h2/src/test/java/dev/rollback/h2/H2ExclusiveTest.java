// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackStep;
import dev.rollback.testkit.contract.ScenarioDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class H2ExclusiveTest {

    @Test
    void rowsThatAnotherSessionHasNotCommittedKeepARunFromBeginning() throws Exception {
        try (ScenarioDatabase database = migrated();
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Rollback rollback = rollback(database, new RollbackListener() {});
            other.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (2)");

            assertThatThrownBy(() -> revert(rollback))
                    .isInstanceOf(RollbackFailedException.class)
                    .hasMessageContaining("holds PUBLIC.T");

            other.commit();
            assertThat(revert(rollback).isProven()).isTrue();
            assertThat(database.rows(List.of("PUBLIC"))).contains("VALUES(2, NULL)");
        }
    }

    @Test
    void aWriterWaitsUntilTheRunIsOver() throws Exception {
        AtomicReference<CompletableFuture<Void>> write = new AtomicReference<>();
        try (ScenarioDatabase database = migrated();
                Connection other = database.dataSource().getConnection()) {
            Rollback rollback = rollback(database, new RollbackListener() {
                @Override
                public void stepStarted(RollbackStep step) {
                    if (write.get() == null) {
                        write.set(CompletableFuture.runAsync(() -> insert(other)));
                    }
                }
            });
            RollbackReport report = revert(rollback);

            assertThat(report.isProven()).as(report.toText()).isTrue();
            write.get().join();
            assertThat(database.rows(List.of("PUBLIC")))
                    .contains("VALUES(1, 'x')")
                    .contains("VALUES(3, NULL)");
        }
    }

    private static void insert(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO t (id) VALUES (3)");
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static ScenarioDatabase migrated() {
        ScenarioDatabase database = new ScenarioH2().freshDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(9));\nINSERT INTO t VALUES (1, 'x')");
        rollback(database, new RollbackListener() {}).capture("before");
        database.execute("ALTER TABLE t DROP COLUMN v");
        return database;
    }

    private static Rollback rollback(ScenarioDatabase database, RollbackListener listener) {
        return Rollback.builder(database.dataSource())
                .schemas("PUBLIC")
                .listener(listener)
                .build();
    }

    private static RollbackReport revert(Rollback rollback) {
        return rollback.revert(
                rollback.plan("before"),
                RevertOptions.builder()
                        .lockTimeout(Duration.ofMillis(200))
                        .lockPatience(Duration.ofMillis(200))
                        .build());
    }
}
