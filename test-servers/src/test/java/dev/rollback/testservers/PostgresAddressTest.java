// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresAddressTest {
    @Test
    void userAndPasswordAreTakenOutOfTheUrl() {
        PostgresAddress address = PostgresAddress.of("jdbc:postgresql://db:5433/app?user=me&ssl=false&password=a%26b");
        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("a&b");
        assertThat(address.url("other")).isEqualTo("jdbc:postgresql://db:5433/other?ssl=false");
    }

    @Test
    void aShortUrlIsEnough() {
        PostgresAddress address = PostgresAddress.of("jdbc:postgresql://db/");
        assertThat(address.user()).isEqualTo("postgres");
        assertThat(address.password()).isEmpty();
        assertThat(address.url("other")).isEqualTo("jdbc:postgresql://db/other");
        assertThat(PostgresAddress.of("jdbc:postgresql://db/app?user=me&password=x")
                        .url("other"))
                .isEqualTo("jdbc:postgresql://db/other");
    }
}
