// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old versions are refused in words, and not by a missing method. */
@Tag("versions")
class FlywayVersionTest {

    @Test
    void theOneOnTheClassPathIsSupportedAndTheOneThatIsMeant() throws IOException {
        assertThatCode(FlywayVersion::requireSupported).doesNotThrowAnyException();
        try (InputStream in = Flyway.class.getResourceAsStream("/org/flywaydb/core/internal/version.txt")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(System.getProperty("flyway.expected", "11.13.0"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.22.3", "8.0.0", "4.2", "unknown", ""})
    void olderOnesAreRefused(String version) {
        assertThatThrownBy(() -> FlywayVersion.refuseOld(version))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Flyway " + version + " is on the class path")
                .hasMessageContaining("Upgrade flyway-core");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0", "11.13.0", "13.12.0", "20.1"})
    void newerOnesAreNot(String version) {
        assertThatCode(() -> FlywayVersion.refuseOld(version)).doesNotThrowAnyException();
    }
}
