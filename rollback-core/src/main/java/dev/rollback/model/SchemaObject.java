// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Set;

/**
 * One database object. Tables, constraints, indexes and sequences are typed, as the planner reasons about them; everything
 * else is {@link OpaqueObject opaque}: the server's own definition, compared as text and ordered by what it depends on.
 */
public sealed interface SchemaObject permits Table, Constraint, Index, Sequence, OpaqueObject {

    ObjectId id();

    /** Canonical text of everything that cannot be changed by a {@link Setting}. Equal text means equal objects. */
    String definition();

    /** Properties that can be set in place, always the full list for the kind, ordered by name. */
    List<Setting> settings();

    /** Objects of the same model that must exist before this one, without the schema and the relation it belongs to. */
    Set<ObjectId> dependsOn();

    /** The server's own number of the object (an oid), which survives a rename; 0 where the product has none. */
    long nativeId();

    /** The same object with another identity, definition text and dependencies left as they are. */
    SchemaObject withId(ObjectId id);

    /** The same object with other dependencies; a sequence never has any. */
    SchemaObject withDependencies(Set<ObjectId> dependsOn);
}
