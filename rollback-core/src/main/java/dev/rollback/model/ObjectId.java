// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a database object: its kind and its unquoted names, in the case that the catalog has them.
 *
 * @param kind what it is
 * @param schema the schema that holds it; empty for objects of the whole database (schemas, extensions, publications)
 * @param table the relation that an index, constraint, trigger, policy or rule belongs to; null for everything else
 * @param name its own name; functions and procedures carry their argument types, as in {@code area(integer, integer)}
 */
public record ObjectId(
        ObjectKind kind, String schema, @Nullable String table, String name) implements Comparable<ObjectId> {

    private static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::kind)
            .thenComparing(ObjectId::schema)
            .thenComparing(id -> id.table == null ? "" : id.table)
            .thenComparing(ObjectId::name);

    public ObjectId {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** An object that stands by itself. */
    public static ObjectId of(ObjectKind kind, String schema, String name) {
        return new ObjectId(kind, schema, null, name);
    }

    /** A table. */
    public static ObjectId table(String schema, String name) {
        return of(ObjectKind.TABLE, schema, name);
    }

    /** An object that belongs to a relation, such as an index or a trigger. */
    public static ObjectId on(ObjectKind kind, ObjectId relation, String name) {
        return new ObjectId(kind, relation.schema, relation.name, name);
    }

    /** The names without the kind, as in {@code public.users.users_email_idx}. */
    public String path() {
        String prefix = schema.isEmpty() ? "" : schema + ".";
        return table == null ? prefix + name : prefix + table + "." + name;
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** Kind and names, as in {@code index public.users.users_email_idx}. */
    @Override
    public String toString() {
        return kind.label() + " " + path();
    }
}
