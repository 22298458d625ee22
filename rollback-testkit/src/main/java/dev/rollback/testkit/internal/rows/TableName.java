// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

/** A table; its schema is a database where the product has no others. */
public record TableName(String schema, String name) {
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
