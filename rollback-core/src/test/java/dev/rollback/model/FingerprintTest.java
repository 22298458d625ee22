// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isTheSameWhateverTheNumbersOfTheServer() {
        assertThat(Fingerprint.of(view("SELECT 1", 1, "alice")))
                .isEqualTo(Fingerprint.of(view("SELECT 1", 2, "alice")));
    }

    @Test
    void knowsDefinitionsAndSettings() {
        String one = Fingerprint.of(view("SELECT 1", 1, "alice"));

        assertThat(Fingerprint.of(view("SELECT 2", 1, "alice"))).isNotEqualTo(one);
        assertThat(Fingerprint.of(view("SELECT 1", 1, "bob"))).isNotEqualTo(one);
    }

    private static OpaqueObject view(String definition, long number, String owner) {
        return new OpaqueObject(
                ObjectId.of(ObjectKind.VIEW, "public", "v"),
                definition,
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(new Setting("owner", owner, List.of(), false)),
                Set.of(),
                number);
    }
}
