// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.postgres.rows.PostgresValueType.Family;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The limits of number types. */
final class PostgresNumbers {
    private PostgresNumbers() {}

    /** Beyond these a cast to the type overflows; below the second ones it vanishes. */
    private static final Map<String, String> LARGEST =
            Map.of("real", "3.4028235e38", "double precision", "1.7976931348623157e308");

    private static final Map<String, String> SMALLEST = Map.of("real", "7.01e-46", "double precision", "2.48e-324");

    private static int bits(PostgresValueType integer) {
        return integer.is("smallint") ? 15 : integer.is("integer") ? 31 : 63;
    }

    static BigInteger highest(PostgresValueType integer) {
        return BigInteger.TWO.pow(bits(integer)).subtract(BigInteger.ONE);
    }

    /** A condition that is true for numbers that do not fit; empty when all fit. */
    static Optional<String> misfit(String value, PostgresValueType source, PostgresValueType target) {
        return switch (target.family()) {
            case INTEGER -> integerMisfit(value, source, target);
            case NUMERIC -> numericMisfit(value, target);
            default -> floatMisfit(value, source, target);
        };
    }

    /** Whether digits can get lost. */
    static boolean mayNarrow(PostgresValueType source, PostgresValueType target) {
        if (source.is(Family.BOOLEAN)) {
            return target.scale() < 0;
        }
        return switch (target.family()) {
            case INTEGER -> !source.is(Family.INTEGER) && !(source.is(Family.NUMERIC) && isWhole(source));
            case NUMERIC -> source.is(Family.FLOAT) || !target.numbers().isEmpty() && losesScale(source, target);
            default -> !source.is("real") && !(target.is("double precision") && isSmall(source));
        };
    }

    private static Optional<String> integerMisfit(String value, PostgresValueType source, PostgresValueType target) {
        BigInteger highest = highest(target);
        BigInteger lowest = highest.negate().subtract(BigInteger.ONE);
        if (source.is(Family.INTEGER)) {
            return bits(source) <= bits(target)
                    ? Optional.empty()
                    : Optional.of(value + " NOT BETWEEN " + lowest + " AND " + highest);
        }
        if (source.is(Family.NUMERIC)) {
            return Optional.of("round(" + value + ") NOT BETWEEN " + lowest + " AND " + highest);
        }
        // The nearest doubles to the limits of bigint lie outside of it.
        String half = target.is("bigint") ? "" : ".5";
        BigInteger above = target.is("bigint") ? highest.add(BigInteger.ONE) : highest;
        return Optional.of("NOT (" + value + " >= '" + lowest + half + "'::double precision AND " + value + " < '"
                + above + half + "'::double precision)");
    }

    private static Optional<String> numericMisfit(String value, PostgresValueType target) {
        if (target.numbers().isEmpty()) {
            return Optional.empty();
        }
        String limit = BigDecimal.ONE
                .scaleByPowerOfTen(target.numbers().get(0) - target.scale())
                .toPlainString();
        return Optional.of("(" + value + "::numeric <> 'NaN' AND abs(round(" + value + "::numeric, " + target.scale()
                + ")) >= " + limit + ")");
    }

    private static Optional<String> floatMisfit(String value, PostgresValueType source, PostgresValueType target) {
        if (source.is(Family.INTEGER) || source.is("real")) {
            return Optional.empty();
        }
        String name = target.base();
        return Optional.of("(" + value + " NOT IN ('NaN', 'Infinity', '-Infinity', 0) AND abs(" + value
                + ") NOT BETWEEN " + SMALLEST.get(name) + " AND " + LARGEST.get(name) + ")");
    }

    private static boolean isWhole(PostgresValueType numeric) {
        return !numeric.numbers().isEmpty() && numeric.scale() <= 0;
    }

    private static boolean losesScale(PostgresValueType source, PostgresValueType target) {
        if (source.is(Family.INTEGER)) {
            return target.scale() < 0;
        }
        return source.numbers().isEmpty() || source.scale() > target.scale();
    }

    private static boolean isSmall(PostgresValueType source) {
        return source.is("smallint") || source.is("integer");
    }
}
