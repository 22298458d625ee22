// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testkit.FlywayMigrations;
import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import dev.rollback.testkit.MigrationTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes migrations that were made up by chance up, down, up, and down again with rows written in between. One that cannot run
 * with the rows that are there ends its chain; everything before it counts.
 */
class RandomMigrationsTest {
    private static final int A_FEW = 5;
    private static final int MANY = 12;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aFew() {
        return Stream.of(Product.values()).map(p -> test(p, 1, A_FEW));
    }

    /** {@code -Dseeds=7} and {@code -Dseeds=1-100} choose some, as does {@code -Dproducts=H2}. */
    @Tag("long")
    @TestFactory
    Stream<DynamicTest> many() {
        String[] seeds = System.getProperty("seeds", "1-20").split("-");
        int last = Integer.parseInt(seeds[seeds.length - 1]);
        return IntStream.rangeClosed(Integer.parseInt(seeds[0]), last)
                .boxed()
                .flatMap(seed -> Stream.of(Product.values())
                        .filter(p -> Chosen.is("products", p))
                        .map(p -> test(p, seed, MANY)));
    }

    private DynamicTest test(Product product, int seed, int migrations) {
        return DynamicTest.dynamicTest(product + ", seed " + seed, () -> {
            Path scripts = Files.createDirectory(folder.resolve(product.name() + seed));
            write(new RandomMigrations(seed, product.words()).scripts(migrations), scripts);
            List<String> wrong = new ArrayList<>();
            int reversed = 0;
            for (MigrationResult result : run(product, scripts)) {
                if (result.outcome() == Outcome.WRONG || result.outcome() == Outcome.REFUSED) {
                    wrong.add(result.toText() + "\n" + Files.readString(scripts.resolve(result.migration())));
                }
                reversed += result.outcome() == Outcome.REVERSED ? 1 : 0;
            }
            assertThat(wrong).isEmpty();
            assertThat(reversed).isPositive();
        });
    }

    private static void write(List<String> scripts, Path folder) throws IOException {
        for (int i = 0; i < scripts.size(); i++) {
            Files.writeString(folder.resolve("V" + (i + 1) + "__chance.sql"), scripts.get(i));
        }
    }

    private static List<MigrationResult> run(Product product, Path scripts) throws Exception {
        try (TrialDatabase database = product.freshDatabase()) {
            // the history is there before the first migration, as the judge compares all tables
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .baselineVersion("0")
                    .load()
                    .baseline();
            return MigrationTrial.of(database.dataSource(), FlywayMigrations.in("filesystem:" + scripts))
                    .rollback(builder -> builder.backupSchema(database.backupSchema()))
                    .judge(database.judge())
                    .build()
                    .run();
        }
    }
}
