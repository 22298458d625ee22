// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.model.Column;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as format_type prints it, taken apart.
 *
 * @param family which types it can be compared with
 * @param base its name without numbers and brackets, as in {@code timestamp without time zone}
 * @param numbers length, or precision and scale
 */
record PostgresValueType(Family family, String base, List<Integer> numbers) {

    enum Family {
        TEXT,
        INTEGER,
        NUMERIC,
        FLOAT,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        UUID,
        JSON,
        ARRAY,
        USER,
        OTHER
    }

    private static final Map<String, Family> FAMILIES = Map.ofEntries(
            Map.entry("text", Family.TEXT),
            Map.entry("character varying", Family.TEXT),
            Map.entry("character", Family.TEXT),
            Map.entry("name", Family.TEXT),
            Map.entry("smallint", Family.INTEGER),
            Map.entry("integer", Family.INTEGER),
            Map.entry("bigint", Family.INTEGER),
            Map.entry("numeric", Family.NUMERIC),
            Map.entry("real", Family.FLOAT),
            Map.entry("double precision", Family.FLOAT),
            Map.entry("boolean", Family.BOOLEAN),
            Map.entry("date", Family.DATE),
            Map.entry("timestamp without time zone", Family.TIMESTAMP),
            Map.entry("timestamp with time zone", Family.TIMESTAMP),
            Map.entry("uuid", Family.UUID),
            Map.entry("json", Family.JSON),
            Map.entry("jsonb", Family.JSON));

    /** Types whose equal values always have the same text. */
    private static final Set<Family> EXACT =
            Set.of(Family.TEXT, Family.INTEGER, Family.BOOLEAN, Family.DATE, Family.TIMESTAMP, Family.UUID);

    static final PostgresValueType SMALLINT = new PostgresValueType(Family.INTEGER, "smallint", List.of());
    static final PostgresValueType NUMERIC = new PostgresValueType(Family.NUMERIC, "numeric", List.of());

    private static final Pattern NUMBERS = Pattern.compile("\\((-?\\d+(?:,-?\\d+)?)\\)");

    static PostgresValueType of(Column column) {
        String text = column.type();
        if (column.userType()) {
            return new PostgresValueType(Family.USER, text, List.of());
        }
        if (text.endsWith("[]")) {
            return new PostgresValueType(Family.ARRAY, text, List.of());
        }
        Matcher numbers = NUMBERS.matcher(text);
        List<Integer> found = numbers.find()
                ? Stream.of(numbers.group(1).split(",")).map(Integer::valueOf).toList()
                : List.of();
        String base = numbers.reset().replaceFirst("");
        return new PostgresValueType(FAMILIES.getOrDefault(base, Family.OTHER), base, found);
    }

    boolean is(Family other) {
        return family == other;
    }

    boolean is(String name) {
        return base.equals(name);
    }

    /** Whether equal values are the same to the last digit, so that they need not be compared as text. */
    boolean isExact() {
        return EXACT.contains(family);
    }

    /** Whether its values are known by what they look like. */
    boolean isTextual() {
        return family == Family.TEXT || family == Family.USER;
    }

    /** Whether it is text of any length. */
    boolean isUnlimitedText() {
        return family == Family.TEXT && !is("name") && !is("character") && numbers.isEmpty();
    }

    /** The most characters that a text type holds. */
    int length() {
        return numbers.isEmpty() ? Integer.MAX_VALUE : numbers.get(0);
    }

    int scale() {
        return numbers.size() < 2 ? 0 : numbers.get(1);
    }
}
