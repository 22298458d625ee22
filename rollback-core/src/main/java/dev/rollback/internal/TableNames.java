// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.List;

/** Finds tables by the names that people give. */
public final class TableNames {
    private TableNames() {}

    /**
     * A table by {@code name} or {@code schema.name}, as in the catalog.
     *
     * @throws InvalidInputException when there is none, or more than one
     */
    public static ObjectId find(List<DatabaseModel> models, String given) {
        List<ObjectId> found = models.stream()
                .flatMap(m -> m.all(Table.class))
                .map(Table::id)
                .filter(id -> id.name().equals(given) || (id.schema() + "." + id.name()).equals(given))
                .distinct()
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw new InvalidInputException("Table '" + given + "' is ambiguous: " + found + ". Name its schema too.");
        }
        throw new InvalidInputException("There is no table '" + given + "' in "
                + models.get(0).schemas() + ". Names stand as in the catalog, without quotes.");
    }
}
