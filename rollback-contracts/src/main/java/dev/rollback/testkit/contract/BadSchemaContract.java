// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.plan.ExplicitPlan;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Schemas that are not there, or are nobody's to look after. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BadSchemaContract implements Contract {
    private static final Map<String, Consumer<Rollback>> COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("capture", r -> r.capture("new")),
            Map.entry("backups", Rollback::backups),
            Map.entry("check", r -> r.checkBackup("before")),
            Map.entry("plan", r -> r.plan("before")),
            Map.entry(
                    "explicit plan",
                    r -> r.plan(ExplicitPlan.builder().dropTable("orders").build())),
            Map.entry("verify", r -> r.verify("before")),
            Map.entry("mark", r -> r.markMigrated("before")),
            Map.entry("status", Rollback::status),
            Map.entry("history", Rollback::history),
            Map.entry("resume", r -> r.resume(null)),
            Map.entry("cleanup", r -> r.cleanup("1")),
            Map.entry("cleanup by age", r -> r.cleanupOlderThan(Duration.ZERO)),
            Map.entry("prune", r -> r.prune(0))));

    private Sample sample;

    @BeforeAll
    void migrate() {
        sample = Sample.migrated(server());
    }

    @AfterAll
    void close() {
        sample.close();
    }

    @TestFactory
    Stream<DynamicTest> unknownSchema() {
        String known = sample.database().schema();
        return sample.untouchedBy(Stream.of("ghosts", "X" + known, server().quote(known), known + " ", "x".repeat(300))
                .flatMap(schema -> COMMANDS.entrySet().stream()
                        .map(command -> dynamicTest(
                                command.getKey() + " " + schema,
                                () -> sample.fails(
                                        InvalidInputException.class,
                                        () -> command.getValue().accept(over(known, schema)),
                                        "There is no schema '" + schema + "'")))));
    }

    @TestFactory
    Stream<DynamicTest> aSchemaThatCannotBeLookedAfter() {
        return sample.untouchedBy(Stream.concat(
                        server().systemSchemas().stream(),
                        Stream.of(sample.database().backupSchema()))
                .flatMap(schema -> Stream.of(
                        dynamicTest(
                                schema + " as one of two",
                                () -> sample.fails(
                                        InvalidInputException.class,
                                        () -> over(sample.database().schema(), schema)
                                                .capture("new"),
                                        "'" + schema + "'")),
                        dynamicTest(
                                schema + " alone",
                                () -> sample.fails(
                                        InvalidInputException.class,
                                        () -> over(schema).capture("new"),
                                        "'" + schema + "'")))));
    }

    @TestFactory
    Stream<DynamicTest> aBackupSchemaThatCannotBe() {
        String known = sample.database().schema();
        Stream<String> schemas = Stream.concat(server().systemSchemas().stream(), Stream.of(known, "", " "));
        return sample.untouchedBy(schemas.map(schema -> dynamicTest(
                "'" + schema + "'",
                () -> sample.fails(
                        InvalidInputException.class,
                        () -> sample.builder().backupSchema(schema).build(),
                        schema))));
    }

    @Test
    void aSchemaNamedTwiceIsOneSchema() {
        try (Sample twice = Sample.fresh(server())) {
            String schema = twice.database().schema();
            Rollback rollback = twice.builder().schemas(schema, schema).build();
            assertThat(rollback.capture("before").tables()).hasSize(2);
            assertThat(rollback.verify("before").findings()).isEmpty();
        }
    }

    private Rollback over(String... schemas) {
        return Rollback.builder(sample.database().dataSource())
                .schemas(schemas)
                .backupSchema(sample.database().backupSchema())
                .build();
    }
}
