// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.ObjectId;
import java.util.Objects;

/**
 * The unquoted name of a relation.
 *
 * @param schema its schema
 * @param name its name
 */
public record Relation(String schema, String name) {
    public Relation {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    public static Relation of(ObjectId table) {
        return new Relation(table.schema(), table.name());
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
