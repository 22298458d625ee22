// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The edges of numeric types. */
final class Numbers {
    private Numbers() {}

    /** Integers of so many bits. */
    static Choices integers(int bits, boolean signed) {
        BigInteger one = BigInteger.ONE;
        BigInteger max = one.shiftLeft(signed ? bits - 1 : bits).subtract(one);
        BigInteger min = signed ? one.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        return new Choices(
                values(1, 0, 2, 10),
                List.of(Value.of(min)),
                List.of(Value.of(max)),
                values(0),
                (n, odd) -> Value.of(BigInteger.valueOf(n).mod(max.add(one))));
    }

    /** Digits before and behind the point; without a precision the product's own limit is far away. */
    static Choices decimals(long precision, int scale) {
        if (precision == 0) {
            BigDecimal large = new BigDecimal("12345678901234567890.0123456789");
            return new Choices(
                    values(1, 0),
                    List.of(Value.of(large.negate())),
                    List.of(Value.of(large)),
                    List.of(Value.of(new BigDecimal("1.50"))),
                    (n, odd) -> Value.of(BigDecimal.valueOf(n)));
        }
        BigDecimal least = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal largest =
                BigDecimal.TEN.pow((int) precision).subtract(BigDecimal.ONE).movePointLeft(scale);
        return new Choices(
                precision > scale ? values(1, 0) : List.of(Value.of(least), Value.of(0)),
                List.of(Value.of(largest.negate()), Value.of(0)),
                List.of(Value.of(largest)),
                List.of(Value.of(least)),
                (n, odd) -> Value.of(least.multiply(BigDecimal.valueOf(n)).min(largest)));
    }

    static Choices floats(String low, String high) {
        return new Choices(
                values(1, 0),
                List.of(Value.of(new BigDecimal(low))),
                List.of(Value.of(new BigDecimal(high))),
                List.of(Value.of(new BigDecimal("0.1"))),
                (n, odd) -> Value.of(BigDecimal.valueOf(n)));
    }

    private static List<Value> values(Integer... numbers) {
        return List.of(numbers).stream().map(Value::of).toList();
    }
}
