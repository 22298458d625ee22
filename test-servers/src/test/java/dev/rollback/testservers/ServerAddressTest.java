// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void userAndPasswordAreTakenOutOfTheUrl() {
        ServerAddress address =
                ServerAddress.of("jdbc:postgresql://db:5433/app?user=me&ssl=false&password=a%26b", "postgres");
        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("a&b");
        assertThat(address.url("other")).isEqualTo("jdbc:postgresql://db:5433/other?ssl=false");
        assertThat(address.host()).isEqualTo("db");
        assertThat(address.port(5432)).isEqualTo(5433);
    }

    @Test
    void aShortUrlIsEnough() {
        ServerAddress address = ServerAddress.of("jdbc:mysql://db/", "root");
        assertThat(address.user()).isEqualTo("root");
        assertThat(address.password()).isEmpty();
        assertThat(address.url("other")).isEqualTo("jdbc:mysql://db/other");
        assertThat(address.port(3306)).isEqualTo(3306);
        assertThat(ServerAddress.of("jdbc:mariadb://db/app?user=me&password=x", "root")
                        .url("other"))
                .isEqualTo("jdbc:mariadb://db/other");
    }

    @Test
    void aListOfServersIsRefused() {
        ServerAddress address = ServerAddress.of("jdbc:mysql://one,two/app", "root");
        assertThatThrownBy(address::host).isInstanceOf(IllegalArgumentException.class);
    }
}
