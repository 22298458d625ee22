// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as the catalog prints it, taken apart.
 *
 * @param family which types it can be compared with
 * @param base its name in lower case without numbers and members, as in {@code varchar}
 * @param numbers length, or precision and scale
 * @param members the values of an enum or set
 * @param unsigned whether it holds no negative numbers
 * @param charset the character set of a text; empty where it is not told
 */
record MysqlValueType(
        Family family, String base, List<Integer> numbers, List<String> members, boolean unsigned, String charset) {

    enum Family {
        TEXT,
        ENUM,
        SET,
        INTEGER,
        NUMERIC,
        FLOAT,
        BIT,
        BINARY,
        DATE,
        DATETIME,
        TIME,
        YEAR,
        JSON,
        UUID,
        INET,
        GEOMETRY,
        OTHER
    }

    private static final Map<String, Family> FAMILIES = Map.ofEntries(
            Map.entry("char", Family.TEXT),
            Map.entry("varchar", Family.TEXT),
            Map.entry("tinytext", Family.TEXT),
            Map.entry("text", Family.TEXT),
            Map.entry("mediumtext", Family.TEXT),
            Map.entry("longtext", Family.TEXT),
            Map.entry("enum", Family.ENUM),
            Map.entry("set", Family.SET),
            Map.entry("tinyint", Family.INTEGER),
            Map.entry("smallint", Family.INTEGER),
            Map.entry("mediumint", Family.INTEGER),
            Map.entry("int", Family.INTEGER),
            Map.entry("bigint", Family.INTEGER),
            Map.entry("decimal", Family.NUMERIC),
            Map.entry("float", Family.FLOAT),
            Map.entry("double", Family.FLOAT),
            Map.entry("bit", Family.BIT),
            Map.entry("binary", Family.BINARY),
            Map.entry("varbinary", Family.BINARY),
            Map.entry("tinyblob", Family.BINARY),
            Map.entry("blob", Family.BINARY),
            Map.entry("mediumblob", Family.BINARY),
            Map.entry("longblob", Family.BINARY),
            Map.entry("date", Family.DATE),
            Map.entry("datetime", Family.DATETIME),
            Map.entry("timestamp", Family.DATETIME),
            Map.entry("time", Family.TIME),
            Map.entry("year", Family.YEAR),
            Map.entry("json", Family.JSON),
            Map.entry("uuid", Family.UUID),
            Map.entry("inet4", Family.INET),
            Map.entry("inet6", Family.INET),
            Map.entry("geometry", Family.GEOMETRY),
            Map.entry("point", Family.GEOMETRY),
            Map.entry("linestring", Family.GEOMETRY),
            Map.entry("polygon", Family.GEOMETRY),
            Map.entry("multipoint", Family.GEOMETRY),
            Map.entry("multilinestring", Family.GEOMETRY),
            Map.entry("multipolygon", Family.GEOMETRY),
            Map.entry("geomcollection", Family.GEOMETRY),
            Map.entry("geometrycollection", Family.GEOMETRY));

    /** The most bytes of the types that tell no length. */
    private static final Map<String, Long> BYTES = Map.of(
            "tinytext", 255L,
            "text", 65_535L,
            "mediumtext", 16_777_215L,
            "longtext", 4_294_967_295L,
            "tinyblob", 255L,
            "blob", 65_535L,
            "mediumblob", 16_777_215L,
            "longblob", 4_294_967_295L);

    private static final Pattern NAME = Pattern.compile("(?s)(\\w+)(?:\\((.*)\\))?(.*)");
    private static final Pattern MEMBER = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);
    private static final Pattern CHARSET =
            Pattern.compile("(?:CHARACTER SET|COLLATE) (\\w+?)(?:_\\w+)?(?: .*)?", Pattern.CASE_INSENSITIVE);

    static MysqlValueType of(Column column) {
        Matcher name = NAME.matcher(column.type());
        if (!name.matches()) {
            return new MysqlValueType(Family.OTHER, column.type(), List.of(), List.of(), false, "");
        }
        String base = name.group(1).toLowerCase(Locale.ROOT);
        Family family = FAMILIES.getOrDefault(base, Family.OTHER);
        String inside = name.group(2) == null ? "" : name.group(2);
        boolean listed = family == Family.ENUM || family == Family.SET;
        List<Integer> numbers = listed || inside.isEmpty() || family == Family.OTHER
                ? List.of()
                : Stream.of(inside.split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList();
        boolean unsigned = name.group(3).toLowerCase(Locale.ROOT).contains("unsigned");
        return new MysqlValueType(
                family, base, numbers, listed ? members(inside) : List.of(), unsigned, charset(column.collation()));
    }

    private static List<String> members(String inside) {
        List<String> members = new ArrayList<>();
        Matcher member = MEMBER.matcher(inside);
        while (member.find()) {
            members.add(member.group(1).replace("''", "'").replace("\\\\", "\\"));
        }
        return List.copyOf(members);
    }

    /** From a collation's name, or from the words of a column's definition. */
    private static String charset(@org.jspecify.annotations.Nullable String collation) {
        if (collation == null) {
            return "";
        }
        Matcher words = CHARSET.matcher(collation);
        return words.matches() ? words.group(1) : collation.replaceFirst("_.*", "");
    }

    boolean is(Family other) {
        return family == other;
    }

    boolean is(String name) {
        return base.equals(name);
    }

    /** Whether its values are characters. */
    boolean isTextual() {
        return family == Family.TEXT || family == Family.ENUM || family == Family.SET;
    }

    boolean isNumber() {
        return family == Family.INTEGER || family == Family.NUMERIC || family == Family.FLOAT;
    }

    /** Whether its values can be too long to be put together with others. */
    boolean isLarge() {
        return BYTES.containsKey(base) || family == Family.JSON || family == Family.GEOMETRY || family == Family.OTHER;
    }

    /** The most characters of a text or bytes of a binary with a length. */
    int length() {
        return numbers.isEmpty() ? 1 : numbers.get(0);
    }

    /** The most bytes; {@link Long#MAX_VALUE} when a length in characters limits it. */
    long bytes() {
        return BYTES.getOrDefault(base, family == Family.BINARY ? (long) length() : Long.MAX_VALUE);
    }

    int precision() {
        return numbers.isEmpty() ? 10 : numbers.get(0);
    }

    int scale() {
        return numbers.size() < 2 ? 0 : numbers.get(1);
    }

    /** Digits of a second's fraction. */
    int fraction() {
        return numbers.isEmpty() ? 0 : numbers.get(0);
    }
}
