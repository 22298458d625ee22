// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes expressions that bring values of one type into another. In strict mode a value that does not fit would stop a
 * statement, so each way has a condition beside it that raises no error; it stands before the way in a CASE.
 */
final class MysqlConversions {
    private static final String ALWAYS = "true";
    private static final String UUID = literal(
            "\\A(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32})\\z");

    private MysqlConversions() {}

    /** The column as the backup stores it, which is as it was. */
    static boolean isSame(Column from, Column to) {
        return from.type().equals(to.type())
                && MysqlValueType.of(from)
                        .charset()
                        .equals(MysqlValueType.of(to).charset());
    }

    /** An expression of the new type that stands in a CASE; raises an error for values that do not fit. */
    static String convert(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        if (isSame(from, to)) {
            return MysqlText.neutral(value, to);
        }
        if (misfit(value, from, to).filter(("(" + ALWAYS + ")")::equals).isPresent()) {
            return "NULL";
        }
        return switch (target.family()) {
            case TEXT -> {
                String text = text(value, from, to);
                yield (target.is("char") ? "TRIM(TRAILING ' ' FROM " + text + ")" : text) + " COLLATE utf8mb4_bin";
            }
            case ENUM, SET -> MysqlMembers.convert(value, from, to);
            case INTEGER, NUMERIC, FLOAT, BIT, YEAR -> MysqlNumbers.convert(value, from, target);
            case DATE, DATETIME, TIME -> MysqlTimes.convert(value, from, target);
            case BINARY -> binary(value, from, to);
            case JSON -> "CAST(" + text(value, from, to) + " AS JSON)";
            case UUID, INET -> text(value, from, to);
            case GEOMETRY, OTHER -> source.is(target.family()) ? value : "NULL";
        };
    }

    /** A condition that is true for values that do not fit, and null or false for others; empty when all values fit. */
    static Optional<String> misfit(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        List<String> conditions = new ArrayList<>();
        if (source.is(Family.ENUM)) {
            conditions.add(value + " + 0 = 0");
        }
        if (!isSame(from, to)) {
            switch (target.family()) {
                case TEXT -> MysqlCharsets.misfits(value, from, to, conditions);
                case ENUM, SET -> conditions.add(MysqlMembers.misfit(value, from, to));
                case INTEGER, NUMERIC, FLOAT, BIT, YEAR ->
                    MysqlNumbers.misfit(value, from, target).ifPresent(conditions::add);
                case DATE, DATETIME, TIME ->
                    MysqlTimes.misfit(value, from, target).ifPresent(conditions::add);
                case BINARY -> binaryMisfit(value, from, to).ifPresent(conditions::add);
                case JSON -> conditions.add(isText(source) ? "NOT JSON_VALID(" + text(value, from, to) + ")" : ALWAYS);
                case UUID -> conditions.add(uuidMisfit(value, from, to));
                case INET ->
                    conditions.add(
                            isText(source) || source.is(Family.INET)
                                    ? "NOT IS_IPV" + target.base().substring(4) + "(" + text(value, from, to) + ")"
                                    : ALWAYS);
                case GEOMETRY -> geometryMisfit(value, source, target).ifPresent(conditions::add);
                case OTHER -> conditions.add(ALWAYS);
            }
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" OR ", conditions) + ")");
    }

    /** The new value, or null where it does not fit: raises no error. */
    static String guarded(String value, Column from, Column to) {
        String converted = convert(value, from, to);
        return misfit(value, from, to)
                .map(misfit -> "CASE WHEN " + misfit + " THEN NULL ELSE " + converted + " END")
                .orElse(converted);
    }

    /** What a value says as a text; bytes are a uuid or characters. */
    static String text(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        if (!source.is(Family.BINARY)) {
            return MysqlText.of(value, from);
        }
        return isUuidPair(from, to) ? uuidText(value) : MysqlText.utf8(value);
    }

    private static String uuidText(String value) {
        String hex = "LOWER(HEX(" + value + "))";
        return "CONVERT(CONCAT(SUBSTR(" + hex + ", 1, 8), '-', SUBSTR(" + hex + ", 9, 4), '-', SUBSTR(" + hex
                + ", 13, 4), '-', SUBSTR(" + hex + ", 17, 4), '-', SUBSTR(" + hex + ", 21, 12)) USING utf8mb4)";
    }

    /** Whether one holds uuids as text and the other their 16 bytes. */
    static boolean isUuidPair(Column one, Column other) {
        return isUuidBytes(one) && isUuidText(other) || isUuidText(one) && isUuidBytes(other);
    }

    private static boolean isUuidBytes(Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        return (type.is("binary") || type.is("varbinary")) && type.length() == 16;
    }

    private static boolean isUuidText(Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        boolean wide = type.is("char") || type.is("varchar");
        return type.is(Family.UUID) || wide && type.length() >= 32 && type.length() <= 40;
    }

    private static String binary(String value, Column from, Column to) {
        if (MysqlValueType.of(from).is(Family.BINARY)) {
            return value;
        }
        return isUuidPair(from, to)
                ? "UNHEX(REPLACE(" + MysqlText.of(value, from) + ", '-', ''))"
                : "CAST(" + value + " AS BINARY)";
    }

    private static Optional<String> binaryMisfit(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        if (isUuidPair(from, to)) {
            return source.is(Family.UUID) ? Optional.empty() : Optional.of(isNoUuid(value, from));
        }
        if (!source.is(Family.BINARY) && !source.is(Family.TEXT)) {
            return Optional.of(ALWAYS);
        }
        return source.is(Family.BINARY) && source.bytes() <= target.bytes()
                ? Optional.empty()
                : Optional.of("LENGTH(" + value + ") > " + target.bytes());
    }

    private static String isNoUuid(String value, Column from) {
        return "NOT (" + MysqlText.of(value, from) + " REGEXP " + UUID + ")";
    }

    private static String uuidMisfit(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        if (source.is(Family.BINARY)) {
            return isUuidPair(from, to) ? "LENGTH(" + value + ") <> 16" : ALWAYS;
        }
        return isText(source) ? isNoUuid(value, from) : ALWAYS;
    }

    private static Optional<String> geometryMisfit(String value, MysqlValueType source, MysqlValueType target) {
        if (!source.is(Family.GEOMETRY)) {
            return Optional.of(ALWAYS);
        }
        String short_ = target.base().startsWith("geom") && target.base().endsWith("collection")
                ? "'GEOMCOLLECTION', 'GEOMETRYCOLLECTION'"
                : literal(target.base().toUpperCase(java.util.Locale.ROOT));
        return target.is("geometry")
                ? Optional.empty()
                : Optional.of("ST_GeometryType(" + value + ") NOT IN (" + short_ + ")");
    }

    /** Whether the words of a value say what it is. */
    static boolean isText(MysqlValueType type) {
        return type.isTextual() || type.is(Family.JSON) || type.isNumber();
    }
}
