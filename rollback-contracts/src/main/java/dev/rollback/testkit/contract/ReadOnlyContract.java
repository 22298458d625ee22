// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever made sessions read-only meant it: what would write refuses, what only reads works. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
public abstract class ReadOnlyContract implements Contract {
    private static final Map<String, Consumer<Rollback>> WRITING = new TreeMap<>(Map.of(
            "capture", r -> r.capture("new"),
            "adopt", r -> r.adopt("new", "before", Map.of("customers", "customers_backup")),
            "mark", r -> r.markMigrated("before"),
            "drill", r -> r.drillBackup("before"),
            "restore", r -> r.restore("before", "rescue"),
            "rollback", r -> r.revert(r.plan("before"), Sample.accepting()),
            "cleanup", r -> r.cleanup("1"),
            "cleanup by age", r -> r.cleanupOlderThan(Duration.ZERO),
            "prune", r -> r.prune(0)));

    private Sample sample;
    private Map<String, DataSource> sources = Map.of();

    @BeforeAll
    void migrate() {
        sample = Sample.migrated(server());
        sample.worksNow();
        sample.execute("ALTER TABLE customers DROP COLUMN born");
        sources = sample.database().readOnly();
    }

    /** A product without them takes the wish of a host for a hint, and its sessions write on. */
    @Test
    void sessionsAreReadOnlyUnlessTheProductHasNone() throws SQLException {
        boolean lacking = server().lacking().contains(Feature.READ_ONLY_SESSIONS);
        assertThat(sources.isEmpty()).isEqualTo(lacking);
        try (Connection connection = sample.database().dataSource().getConnection()) {
            connection.setReadOnly(true);
            assertThat(lacking && connection.isReadOnly()).isFalse();
        }
    }

    @AfterAll
    void close() {
        sample.close();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> writing() {
        return sample.untouchedBy(each(WRITING));
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> reading() {
        String plan = sample.rollback().plan("before").toText();
        return sources.entrySet().stream()
                .map(source -> dynamicTest(source.getKey(), () -> {
                    Rollback rollback = over(source.getValue());
                    assertThat(rollback.plan("before").toText()).isEqualTo(plan);
                    assertThat(rollback.verify("before").findings()).isNotEmpty();
                    assertThat(rollback.checkBackup("before").isSound()).isTrue();
                    assertThat(rollback.backups()).hasSize(2);
                    assertThat(rollback.history()).hasSize(1);
                    assertThat(rollback.status().openRuns()).isEmpty();
                }));
    }

    /** The last, as it makes the run of the sample an open one. */
    @TestFactory
    @Order(3)
    Stream<DynamicTest> resuming() {
        sample.execute("UPDATE %backup%.rollback_run SET state = 'OPEN', position = NULL");
        return sample.untouchedBy(each(Map.of("resume", r -> r.resume(null))));
    }

    private Stream<DynamicTest> each(Map<String, Consumer<Rollback>> commands) {
        return sources.entrySet().stream()
                .flatMap(source -> commands.entrySet().stream()
                        .map(command -> dynamicTest(
                                source.getKey() + ": " + command.getKey(),
                                () -> sample.fails(
                                        RollbackFailedException.class,
                                        () -> command.getValue().accept(over(source.getValue())),
                                        "cannot write",
                                        "read-only"))));
    }

    private Rollback over(DataSource source) {
        return Rollback.builder(source)
                .schemas(sample.database().schema())
                .backupSchema(sample.database().backupSchema())
                .build();
    }
}
