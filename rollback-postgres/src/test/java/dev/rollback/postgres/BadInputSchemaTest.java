// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.testservers.PgDump;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that are not there, or are nobody's to look after. */
class BadInputSchemaTest {
    private static final Map<String, Consumer<Rollback>> COMMANDS = Map.ofEntries(
            Map.entry("capture", r -> r.capture("new")),
            Map.entry("backups", Rollback::backups),
            Map.entry("check", r -> r.checkBackup("before")),
            Map.entry("plan", r -> r.plan("before")),
            Map.entry(
                    "explicit plan",
                    r -> r.plan(ExplicitPlan.builder().dropTable("orders").build())),
            Map.entry("verify", r -> r.verify("before")),
            Map.entry("status", Rollback::status),
            Map.entry("history", Rollback::history),
            Map.entry("resume", r -> r.resume(null)),
            Map.entry("cleanup", r -> r.cleanup("1")),
            Map.entry("cleanup by age", r -> r.cleanupOlderThan(Duration.ZERO)),
            Map.entry("prune", r -> r.prune(0)));

    private static BadInput sample;

    @BeforeAll
    static void migrate() {
        sample = BadInput.migrated();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @TestFactory
    Stream<DynamicTest> unknownSchema() {
        return COMMANDS.entrySet().stream()
                .flatMap(command -> Stream.of("ghosts", "Public", "\"public\"", "public ", "x".repeat(70))
                        .map(schema -> DynamicTest.dynamicTest(
                                command.getKey() + " " + schema,
                                () -> sample.refusesWithoutTrace(
                                        InvalidInputException.class,
                                        () -> command.getValue()
                                                .accept(sample.builder()
                                                        .schemas("public", schema)
                                                        .build()),
                                        "There is no schema '" + schema + "'"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_catalog", "information_schema", "pg_temp", "pg_toast", "migration_backup"})
    void aSchemaThatCannotBeLookedAfter(String schema) {
        sample.refusesWithoutTrace(
                InvalidInputException.class,
                () -> sample.builder().schemas("public", schema).build().capture("new"),
                "'" + schema + "'");
    }

    /** The snapshot knows it, or the migration made it. */
    @Test
    void aSchemaThatTheMigrationRenamed() {
        try (BadInput moved = BadInput.fresh()) {
            moved.execute("CREATE SCHEMA shop CREATE TABLE goods (id integer PRIMARY KEY)");
            String before = PgDump.schema(moved.database, "shop");
            moved.builder().schemas("shop").build().capture("before");
            moved.execute("ALTER SCHEMA shop RENAME TO store");
            for (String name : new String[] {"shop", "store"}) {
                Rollback rollback = moved.builder().schemas(name).build();
                assertThat(rollback.plan("before").isEmpty()).isFalse();
                assertThat(rollback.verify("before").isClean()).isFalse();
                assertThat(rollback.status().backups()).hasSize(1);
            }
            Rollback rollback = moved.builder().schemas("shop").build();
            assertThat(rollback.revert(rollback.plan("before"), BadInput.accepting())
                            .isProven())
                    .isTrue();
            assertThat(PgDump.schema(moved.database, "shop")).isEqualTo(before);
        }
    }
}
