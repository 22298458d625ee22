// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The edges of dates and times, as every product reads them. */
final class Times {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private Times() {}

    static Choices dates(String low, String high) {
        return new Choices(
                List.of(Value.of("2020-01-01")),
                List.of(Value.of(low), Value.of("1000-01-01")),
                List.of(Value.of(high), Value.of("9999-12-31")),
                List.of(Value.of("2020-02-29")),
                (n, odd) -> Value.of(START.plusDays(n).toString()));
    }

    /** @param zone behind every value but the edges; empty without one */
    static Choices timestamps(String low, String high, String zone) {
        return new Choices(
                List.of(Value.of("2020-01-01 00:00:00" + zone)),
                List.of(Value.of(low)),
                List.of(Value.of(high)),
                List.of(Value.of("2020-02-29 12:34:56.789" + zone)),
                (n, odd) -> Value.of(START.plusDays(n) + " 00:00:00" + zone));
    }

    static Choices times(String low, String high, String zone) {
        return new Choices(
                List.of(Value.of("12:00:00" + zone)),
                List.of(Value.of(low + zone)),
                List.of(Value.of(high + zone)),
                List.of(Value.of("12:34:56.789" + zone)),
                (n, odd) -> Value.of("%02d:%02d:%02d%s".formatted(n / 3600 % 24, n / 60 % 60, n % 60, zone)));
    }

    /** What a number in a check may say of a date: a year, a day of MySQL's calendar, seconds since 1970. */
    static List<String> of(long number) {
        List<LocalDate> days = new ArrayList<>();
        if (number >= 1900 && number <= 2200) {
            days.add(LocalDate.of((int) number, 1, 1));
        } else if (number > 600_000 && number < 900_000) {
            days.add(LocalDate.ofEpochDay(number - 719_528));
        } else if (number > 100_000_000 && number < 10_000_000_000L) {
            days.add(LocalDate.ofEpochDay(number / 86_400));
        }
        return days.stream()
                .flatMap(d -> List.of(d, d.minusDays(2), d.plusDays(2)).stream())
                .map(LocalDate::toString)
                .toList();
    }
}
