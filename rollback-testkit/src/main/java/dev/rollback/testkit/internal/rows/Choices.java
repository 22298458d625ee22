// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.List;

/** The values that a type offers, the preferred ones first. */
public record Choices(List<Value> plain, List<Value> low, List<Value> high, List<Value> odd, Key key) {

    /** Distinct values for distinct numbers, as far as the type has so many. */
    @FunctionalInterface
    public interface Key {
        /** @param odd whether characters that are hard to quote may be in it */
        Value of(int number, boolean odd);
    }

    public Choices {
        plain = List.copyOf(plain);
        low = List.copyOf(low);
        high = List.copyOf(high);
        odd = List.copyOf(odd);
    }

    /** Values that stand for the edges and for distinct keys at once. */
    static Choices of(Object... values) {
        List<Value> all = List.of(values).stream().map(Value::of).toList();
        return ofValues(all);
    }

    static Choices ofValues(List<Value> all) {
        int last = all.size() - 1;
        return new Choices(
                all,
                List.of(all.get(0)),
                List.of(all.get(last)),
                List.of(all.get(last / 2)),
                (n, odd) -> all.get(n % all.size()));
    }

    List<Value> at(Style style) {
        return switch (style) {
            case PLAIN -> plain;
            case LOW -> low;
            case HIGH -> high;
            case ODD -> odd;
            case NULLS -> List.of(Value.NULL);
        };
    }
}
