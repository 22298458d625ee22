// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final BaselineFile FILE = new BaselineFile("../../../target/acceptance.txt", AcceptanceTest.class);

    private static MigrationResult refused() {
        return new MigrationResult(
                "db.xml::1: a::ann",
                Outcome.REFUSED,
                List.of(),
                List.of("Tables of that kind cannot be captured."),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
    }

    @Test
    void aRefusalIsAcceptedByItsLine() throws Exception {
        Files.createDirectories(Path.of("target"));
        Files.writeString(FILE.path(), "# none\n");
        assertThatThrownBy(() -> new Acceptance(FILE, "").check(refused(), false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Tables of that kind")
                .hasMessageContaining("db.xml::1: a::ann: REFUSED");

        FILE.write(List.of(refused()));

        assertThatCode(() -> new Acceptance(FILE, "").check(refused(), false)).doesNotThrowAnyException();
    }

    @Test
    void aLineThatNobodyCanReadIsNamed() throws Exception {
        Files.createDirectories(Path.of("target"));
        Files.writeString(FILE.path(), "V1__a.sql everything\n");
        assertThatThrownBy(() -> new Acceptance(FILE, "").check(refused(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("V1__a.sql everything");
    }
}
