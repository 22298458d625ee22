// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An object that the planner does not look into: a view, routine, trigger, type, policy, rule, publication.
 *
 * @param id its identity
 * @param definition the server's own normalised definition
 * @param create the statements that make it; empty when it can only be compared, not made anew
 * @param drop the statements that remove it
 * @param replace the statements that give it this definition in place when the live object has the same {@code shape}; empty
 *     when the product or the kind has no such statement
 * @param shape what must be equal for {@code replace} to be allowed (result type, column list); empty without
 * @param settings see {@link SchemaObject#settings()}
 * @param dependsOn objects of the same model that must exist before it
 * @param nativeId the oid; 0 where the product has none
 */
public record OpaqueObject(
        ObjectId id,
        String definition,
        List<String> create,
        List<String> drop,
        List<String> replace,
        String shape,
        List<Setting> settings,
        Set<ObjectId> dependsOn,
        long nativeId)
        implements SchemaObject {
    public OpaqueObject {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(definition, "definition");
        create = List.copyOf(create);
        drop = List.copyOf(drop);
        replace = List.copyOf(replace);
        settings = List.copyOf(settings);
        dependsOn = Set.copyOf(dependsOn);
    }

    @Override
    public OpaqueObject withId(ObjectId newId) {
        return new OpaqueObject(newId, definition, create, drop, replace, shape, settings, dependsOn, nativeId);
    }

    @Override
    public OpaqueObject withDependencies(Set<ObjectId> others) {
        return new OpaqueObject(id, definition, create, drop, replace, shape, settings, others, nativeId);
    }
}
