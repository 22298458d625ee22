// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import org.jspecify.annotations.Nullable;

/** What stands in a VALUES list: an expression, and what its question mark is. */
public record Value(String expression, @Nullable Object bound) {
    static final Value NULL = new Value("NULL", null);
    static final Value DEFAULT = new Value("DEFAULT", null);

    static Value of(Object bound) {
        return new Value("?", bound);
    }

    boolean isBound() {
        return expression.contains("?");
    }
}
