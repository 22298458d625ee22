// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.List;

/**
 * A column that takes values.
 *
 * @param type the product's word for the type, without its size
 * @param size characters, bytes, bits or digits; 0 when the type has no limit of its own
 * @param scale digits behind the point
 * @param detail what the product's class wants to know besides, such as a character set or {@code unsigned}
 * @param given whether the server makes the value: generated, identity, auto-increment
 * @param labels the values of an enumeration, in order
 */
public record Column(
        String name,
        String type,
        long size,
        int scale,
        String detail,
        boolean nullable,
        boolean given,
        boolean defaulted,
        List<String> labels) {
    public Column {
        labels = List.copyOf(labels);
    }

    Column labelled(List<String> values) {
        return new Column(name, type, size, scale, detail, nullable, given, defaulted, values);
    }
}
