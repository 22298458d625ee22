// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private final StringWriter err = new StringWriter();

    @Test
    void showsHowFarAndHowLong() {
        Progress progress = new Progress("public.users", 250_000, 1_000_000, Duration.ofSeconds(30));
        assertThat(ProgressDisplay.line(progress))
                .isEqualTo("public.users [######..................]  25 %  250,000 of 1,000,000 rows  1 min 30 s left");
        assertThat(ProgressDisplay.line(new Progress("t", 0, 0, Duration.ZERO))).contains("100 %");
    }

    @Test
    void showsWhatItIsAtAndWhoIsInTheWay() {
        ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), true);
        display.working(Phase.PLANNING, "public.users (3 of 12 tables)");
        assertThat(err.toString()).endsWith("planning: public.users (3 of 12 tables)");
        display.waiting(1, List.of("session 7"));
        display.waiting(2, List.of("session 7"));
        assertThat(err.toString()).containsOnlyOnce("in the way: session 7").endsWith("asked 2 times ...");
    }

    @Test
    void isSilentWithoutATerminal() {
        ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), false);
        display.progress(new Progress("t", 1, 2, Duration.ofSeconds(1)));
        display.working(Phase.VERIFYING, "orphans");
        display.clear();
        assertThat(err.toString()).isEmpty();
        display.warning("look out");
        assertThat(err.toString().strip()).isEqualTo("Warning: look out");
    }
}
