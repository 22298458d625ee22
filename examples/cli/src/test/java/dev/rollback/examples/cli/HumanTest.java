// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HumanTest {
    @Test
    void sizes() {
        assertThat(Human.size(0)).isEqualTo("0 bytes");
        assertThat(Human.size(1023)).isEqualTo("1023 bytes");
        assertThat(Human.size(1536)).isEqualTo("1.5 kB");
        assertThat(Human.size(123_456_789)).isEqualTo("118 MB");
        assertThat(Human.size(Long.MAX_VALUE)).isEqualTo("8192 PB");
    }

    @Test
    void durations() {
        assertThat(Human.duration(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Human.duration(Duration.ofMillis(1_500))).isEqualTo("1.5 s");
        assertThat(Human.duration(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Human.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void wordsOfACommandLine() {
        assertThat(Human.quoted("before-v42")).isEqualTo("before-v42");
        assertThat(Human.quoted("it's late")).isEqualTo("'it'\\''s late'");
    }

    @Test
    void tables() {
        TextTable table = new TextTable("table", ">rows").row("users", "1,000").row("t", "5");
        assertThat(table.toString().lines()).containsExactly("table   rows", "users  1,000", "t          5");
    }
}
