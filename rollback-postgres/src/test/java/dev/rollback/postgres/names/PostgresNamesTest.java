// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostgresNamesTest {
    private static final String RUN = "999999";

    @Test
    void aNameThatFitsStays() {
        String name = "x".repeat(57) + Tokens.RUN;
        assertThat(PostgresNames.fit(name)).isEqualTo(name);
        assertThat(PostgresNames.fit("y".repeat(63))).isEqualTo("y".repeat(63));
        assertThat(PostgresNames.fit("")).isEmpty();
    }

    @Test
    void aLongNameIsCutAndKeepsItsRun() {
        String name = PostgresNames.fit("run" + Tokens.RUN + "_new_" + "customers".repeat(8));
        assertThat(name).startsWith("run" + Tokens.RUN + "_new_customers").matches("(?s).*_[0-9a-f]{8}");
        assertThat(name.replace(Tokens.RUN, RUN)).hasSize(63);
        assertThat(PostgresNames.fit(name)).isEqualTo(name);
    }

    @Test
    void namesThatDifferAtTheirEndStayApart() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            names.add(PostgresNames.fit("t".repeat(70) + i + Tokens.RUN));
        }
        assertThat(names).hasSize(100);
    }

    @Test
    void charactersOfSeveralBytesAreNotTorn() {
        for (String letter : new String[] {"é", "漢", "🙂"}) {
            for (int ascii = 0; ascii < 5; ascii++) {
                String name = PostgresNames.fit("a".repeat(ascii) + letter.repeat(40) + Tokens.RUN + "_pkey");
                byte[] bytes = name.replace(Tokens.RUN, RUN).getBytes(StandardCharsets.UTF_8);
                assertThat(bytes.length).isBetween(60, 63);
                assertThat(name).doesNotContain("?").contains(Tokens.RUN + "_pkey_");
            }
        }
    }
}
