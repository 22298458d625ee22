// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Takes the migrations of each chain up, down, up, and down again with rows written in between, on every product that the chain is
 * written for. {@code target/real-migrations.md} tells what came of it.
 */
class RealMigrationsTest {
    /** Tables, views and columns, on a machine that is busy too. */
    private static final int A_FEW = 8;

    private static final List<ChainResult> RESULTS = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> aFew() {
        return Chain.JOBRUNR.products().stream().map(p -> test(Chain.JOBRUNR, p, A_FEW));
    }

    /** {@code -Dchains=HAWKBIT,CAMUNDA} and {@code -Dproducts=H2} choose some. */
    @Tag("long")
    @TestFactory
    Stream<DynamicTest> all() {
        return Stream.of(Chain.values())
                .filter(c -> Chosen.is("chains", c))
                .flatMap(c -> c.products().stream()
                        .filter(p -> Chosen.is("products", p))
                        .map(p -> test(c, p, Integer.MAX_VALUE)));
    }

    private static DynamicTest test(Chain chain, Product product, int most) {
        return DynamicTest.dynamicTest(chain + " on " + product, () -> {
            ChainResult result = new ChainResult(chain, product, run(chain, product, most));
            RESULTS.add(result);
            assertThat(result.migrations()).isNotEmpty();
            assertThat(result.wrong()).isEmpty();
        });
    }

    private static List<MigrationResult> run(Chain chain, Product product, int most) throws Exception {
        try (TrialDatabase database = product.freshDatabase()) {
            MigrationTrial trial = MigrationTrial.of(database.dataSource(), chain.on(product))
                    .rollback(builder -> builder.backupSchema(database.backupSchema()))
                    .judge(database.judge())
                    .build();
            List<MigrationResult> results = new ArrayList<>();
            for (int i = 0; i < Math.min(most, trial.migrations().size()); i++) {
                results.add(trial.next());
            }
            return results;
        }
    }

    @AfterAll
    static void tell() throws IOException {
        StringBuilder text = new StringBuilder(ChainResult.HEAD);
        RESULTS.forEach(r -> text.append(r.toRow()));
        RESULTS.forEach(r -> text.append(r.details()));
        Path file = Path.of("target/real-migrations.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString());
    }
}
