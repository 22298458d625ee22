// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.InvalidInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them. */
final class Times {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

    private Times() {}

    static Duration of(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new InvalidInputException(
                    "A time is a number and ms, s, m, h or d, as in 2s, 30m, 24h or 7d; got '" + text + "'.");
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
