// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every locale. */
final class Human {
    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB", "PB");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Human() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As in {@code 1 row} and {@code 2 rows}. */
    static String count(long value, String noun) {
        return number(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** In steps of 1024, as the server itself prints sizes. */
    static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, UNITS.get(unit));
    }

    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** In the time zone of this machine. */
    static String time(@Nullable Instant instant) {
        return instant == null ? "-" : TIME.format(instant);
    }

    /** A word of a command line. */
    static String quoted(String word) {
        return word.matches("[\\w.:@%+/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    static String or(String value, String instead) {
        return value.isEmpty() ? instead : value;
    }
}
