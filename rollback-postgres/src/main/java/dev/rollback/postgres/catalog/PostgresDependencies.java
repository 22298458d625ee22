// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What needs what: the server's own record of dependencies, put into the objects. */
final class PostgresDependencies {
    private final PostgresRead read;
    private final Map<ObjectId, Set<ObjectId>> needed = new HashMap<>();

    PostgresDependencies(PostgresRead read) {
        this.read = read;
    }

    /** The objects of the read with their dependencies. */
    List<SchemaObject> resolve() throws SQLException {
        read.each(PostgresCatalogQueries.DEPENDENCIES, row -> {
            ObjectId object = read.named(row.number("class"), row.number("object"));
            ObjectId need = read.named(row.number("needed_class"), row.number("needed"));
            if (object != null && need != null && !object.equals(need) && !isTableOf(need, object)) {
                needed.computeIfAbsent(object, k -> new HashSet<>()).add(need);
            }
        });
        return read.objects().stream().map(this::withDependencies).toList();
    }

    /** The table of an index or constraint goes without saying. */
    private static boolean isTableOf(ObjectId table, ObjectId part) {
        return part.table() != null && table.equals(ObjectId.table(part.schema(), part.table()));
    }

    private SchemaObject withDependencies(SchemaObject object) {
        Set<ObjectId> set = needed.getOrDefault(object.id(), Set.of());
        return set.isEmpty() ? object : object.withDependencies(set);
    }
}
