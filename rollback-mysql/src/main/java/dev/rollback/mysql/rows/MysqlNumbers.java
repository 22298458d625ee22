// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The limits of number types, and the ways between them. */
final class MysqlNumbers {
    private static final Map<String, Integer> BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

    /** The most digits before the point of what is rounded to so many behind it. */
    private static final int DIGITS = 64;

    private static final String WHOLE = literal("\\A *[+-]?[0-9]{1,64} *\\z");
    /** Beyond these numbers a conversion overflows, or makes nothing of them. */
    private static final String FLOAT = literal("\\A *[+-]?(?:"
            + "(?:[0-9]{1,200}(?:\\.[0-9]{0,99})?|\\.[0-9]{1,99})(?:[eE][+-]?[0-9]{1,2})?"
            + "|[0-9](?:\\.[0-9]{0,99})?[eE](?:[+-]?[12][0-9]{2}|[+-]?30[0-7]|\\+?308(?<=1\\.7976931348623157e308)"
            + "|-30[89]|-31[0-9]|-32[0-3]|-324(?<=5e-324|4.9e-324))) *\\z");

    private MysqlNumbers() {}

    /** A number of the new type; the value fits. */
    static String convert(String value, Column from, MysqlValueType target) {
        MysqlValueType source = MysqlValueType.of(from);
        String number = number(value, from, target);
        return switch (target.family()) {
            case NUMERIC ->
                source.is(Family.FLOAT)
                        ? "CAST(" + number + " AS DECIMAL(" + target.precision() + ", " + target.scale() + "))"
                        : "ROUND(" + number + ", " + target.scale() + ")";
            case FLOAT -> target.is("float") ? "CAST(" + number + " AS FLOAT)" : "(" + number + " * 1e0)";
            default ->
                source.is(Family.FLOAT)
                        ? "CAST(ROUND(" + number + ") AS " + (isUnsigned(target) ? "UNSIGNED" : "SIGNED") + ")"
                        : "ROUND(" + number + ")";
        };
    }

    /** A condition that is true for numbers that do not fit, and for what is no number; empty when all fit. */
    static Optional<String> misfit(String value, Column from, MysqlValueType target) {
        MysqlValueType source = MysqlValueType.of(from);
        String number = number(value, from, target);
        boolean counted = MysqlMembers.areCounted(source, target);
        if (!counted && (source.isTextual() || source.is(Family.JSON))) {
            String form = target.is(Family.FLOAT) ? FLOAT : target.is(Family.NUMERIC) ? decimal(target) : WHOLE;
            return Optional.of("NOT (" + MysqlText.of(value, from) + " REGEXP " + form + ")"
                    + limits(number, source, target).map(l -> " OR " + l).orElse(""));
        }
        boolean number_ = counted || source.isNumber() || source.is(Family.BIT) || source.is(Family.YEAR);
        return number_ ? limits(number, source, target) : Optional.of("true");
    }

    private static String decimal(MysqlValueType target) {
        int digits = DIGITS - target.scale();
        return literal("\\A *[+-]?(?:[0-9]{1," + digits + "}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30}) *\\z");
    }

    /** The value as an exact number, or a double. */
    private static String number(String value, Column from, MysqlValueType target) {
        MysqlValueType source = MysqlValueType.of(from);
        if (MysqlMembers.areCounted(source, target)) {
            return "CAST(" + value + " + 0 AS DECIMAL(20, 0))";
        }
        return switch (source.family()) {
            case FLOAT -> "(" + value + " * 1e0)";
            case NUMERIC -> "(" + value + " + 0)";
            case INTEGER, BIT -> "CAST(" + value + " + 0 AS DECIMAL(20, 0))";
            case YEAR -> "CAST(CAST(" + value + " AS UNSIGNED) AS DECIMAL(20, 0))";
            default -> {
                String text = "TRIM(" + MysqlText.of(value, from) + ")";
                yield switch (target.family()) {
                    case FLOAT -> "CAST(" + text + " AS DOUBLE)";
                    case NUMERIC -> "CAST(" + text + " AS DECIMAL(65, " + target.scale() + "))";
                    default -> "CAST(" + text + " AS DECIMAL(65, 0))";
                };
            }
        };
    }

    private static Optional<String> limits(String number, MysqlValueType source, MysqlValueType target) {
        return switch (target.family()) {
            case FLOAT -> floatLimits(number, source, target);
            case NUMERIC -> numericLimits(number, source, target);
            case YEAR ->
                Optional.of(wholeMisfit(number, source, new BigInteger("1901"), new BigInteger("2155")) + " AND ROUND("
                        + number + ") <> 0");
            default -> {
                boolean same = source.is(target.family()) && source.unsigned() == target.unsigned();
                yield same && bits(source) <= bits(target)
                        ? Optional.empty()
                        : Optional.of(wholeMisfit(number, source, lowest(target), highest(target)));
            }
        };
    }

    private static String wholeMisfit(String number, MysqlValueType source, BigInteger lowest, BigInteger highest) {
        if (!source.is(Family.FLOAT)) {
            return "ROUND(" + number + ") NOT BETWEEN " + lowest + " AND " + highest;
        }
        // the nearest doubles to the limits of bigint lie outside of it, and larger ones do not come through ROUND
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal limit = new BigDecimal(highest.min(BigInteger.valueOf(Long.MAX_VALUE))).add(half);
        return "NOT (" + number + (lowest.signum() == 0 ? " > -0.5e0" : " >= " + lowest + "e0") + " AND " + number
                + " < " + limit.toPlainString() + "e0)";
    }

    private static Optional<String> numericLimits(String number, MysqlValueType source, MysqlValueType target) {
        BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(target.precision() - target.scale());
        String negative = target.unsigned() ? " OR " + number + " < 0" : "";
        if (source.is(Family.FLOAT)) {
            BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(-target.scale());
            return Optional.of("ABS(" + number + ") >= " + limit.subtract(half).toPlainString() + "e0" + negative);
        }
        boolean wide = source.is(Family.NUMERIC)
                && source.precision() - source.scale() <= target.precision() - target.scale()
                && source.scale() <= target.scale();
        return wide && negative.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "ABS(ROUND(" + number + ", " + target.scale() + ")) >= " + limit.toPlainString() + negative);
    }

    private static Optional<String> floatLimits(String number, MysqlValueType source, MysqlValueType target) {
        String negative = target.unsigned() ? " OR " + number + " < 0" : "";
        if (target.numbers().size() == 2) {
            BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(target.precision() - target.scale());
            BigDecimal half = BigDecimal.ONE.scaleByPowerOfTen(-target.scale());
            return Optional.of(
                    "ABS(" + number + " * 1e0) >= " + limit.subtract(half).toPlainString() + "e0" + negative);
        }
        boolean small = source.is(Family.INTEGER) || source.is("float") || source.is(Family.YEAR);
        if (target.is("float") && !small) {
            return Optional.of("ABS(" + number + " * 1e0) > 3.4028234e38" + negative);
        }
        return negative.isEmpty() ? Optional.empty() : Optional.of(number + " < 0");
    }

    /** A condition that is true when a number lies beyond the limits of a type, and the live value is that limit. */
    static Optional<String> isLimit(String value, Column from, String live, MysqlValueType target) {
        BigDecimal high;
        BigDecimal low;
        if (target.is(Family.INTEGER)) {
            high = new BigDecimal(highest(target));
            low = new BigDecimal(lowest(target));
        } else if (target.is(Family.NUMERIC)) {
            high = BigDecimal.ONE
                    .scaleByPowerOfTen(target.precision() - target.scale())
                    .subtract(BigDecimal.ONE.scaleByPowerOfTen(-target.scale()));
            low = target.unsigned() ? BigDecimal.ZERO : high.negate();
        } else {
            return Optional.empty();
        }
        String number = number(value, from, target);
        return Optional.of("CASE WHEN " + number + " > " + high.toPlainString() + " THEN " + live + " = "
                + high.toPlainString() + " WHEN " + number + " < " + low.toPlainString() + " THEN " + live + " = "
                + low.toPlainString() + " ELSE false END");
    }

    private static boolean isUnsigned(MysqlValueType type) {
        return type.unsigned() || type.is(Family.BIT);
    }

    private static int bits(MysqlValueType type) {
        return type.is(Family.BIT) ? type.length() : BITS.getOrDefault(type.base(), 64);
    }

    static BigInteger highest(MysqlValueType type) {
        int bits = bits(type) - (isUnsigned(type) ? 0 : 1);
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }

    private static BigInteger lowest(MysqlValueType type) {
        return isUnsigned(type) ? BigInteger.ZERO : highest(type).negate().subtract(BigInteger.ONE);
    }

    /** Whether digits can get lost on the way. */
    static boolean mayNarrow(MysqlValueType source, MysqlValueType target) {
        return switch (target.family()) {
            case NUMERIC -> source.is(Family.FLOAT) || source.scale() > target.scale() && source.is(Family.NUMERIC);
            case FLOAT -> {
                boolean small = source.is(Family.INTEGER) && bits(source) <= (target.is("float") ? 24 : 32);
                yield !small && !source.is("float") && !source.is(target.base())
                        || target.numbers().size() == 2;
            }
            default -> source.is(Family.FLOAT) || source.is(Family.NUMERIC) && source.scale() > 0;
        };
    }

    /** A condition that is true for doubles that are no floats: those have 24 bits. */
    static String isNoFloat(String value) {
        String number = "(" + value + " * 1e0)";
        String bits = number + " / POW(2, FLOOR(LOG2(ABS(NULLIF(" + number + ", 0))) + 1e-9) - 23)";
        return "NOT COALESCE(" + bits + " = ROUND(" + bits + "), true)";
    }
}
