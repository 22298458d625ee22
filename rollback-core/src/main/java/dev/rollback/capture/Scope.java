// SPDX-License-Identifier: Apache-2.0
package dev.rollback.capture;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a catalog read covers.
 *
 * @param schemas schemas by name; those that do not exist (any more) are passed over
 * @param follow native ids of objects to read wherever they are now: after a rename or a move to another schema
 * @param without tables to leave out, with what belongs to them
 */
public record Scope(List<String> schemas, Set<Long> follow, Set<ObjectId> without) {
    public Scope {
        schemas = List.copyOf(schemas);
        follow = Set.copyOf(follow);
        without = Set.copyOf(without);
    }

    public static Scope of(List<String> schemas) {
        return new Scope(schemas, Set.of(), Set.of());
    }

    public Scope without(Set<ObjectId> tables) {
        return new Scope(schemas, follow, tables);
    }

    /**
     * The schemas of a snapshot and every object of it, also where the migration renamed or moved it.
     *
     * @param more schemas to read besides, such as those that the migration made
     */
    public static Scope following(DatabaseModel snapshot, List<String> more) {
        return new Scope(
                Stream.concat(snapshot.schemas().stream(), more.stream())
                        .distinct()
                        .toList(),
                snapshot.objects().stream()
                        .map(SchemaObject::nativeId)
                        .filter(id -> id != 0)
                        .collect(Collectors.toSet()),
                snapshot.excluded());
    }
}
