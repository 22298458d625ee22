// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times as people read them. */
public final class Words {
    private Words() {}

    /** As in {@code 1,234,567}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** As in {@code 1 step} and {@code 1,234 steps}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** As in {@code 1 row} and {@code 1,234 rows}. */
    public static String rows(long number) {
        return count(number, "row");
    }

    /** As in {@code 312 bytes}, {@code 8.0 kB}, {@code 1.3 GB}. */
    public static String bytes(long bytes) {
        double size = bytes;
        String unit = "bytes";
        for (String larger : new String[] {"kB", "MB", "GB", "TB"}) {
            if (size >= 1024) {
                size /= 1024;
                unit = larger;
            }
        }
        return bytes < 1024 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", size, unit);
    }

    /** As in {@code 850 ms}, {@code 12.3 s}, {@code 4 min 5 s}, {@code 2 h 10 min}. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return millis < 3_600_000
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
