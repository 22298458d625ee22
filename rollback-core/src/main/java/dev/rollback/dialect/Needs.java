// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.ObjectId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operation is about to do, as far as privileges go. Things that are not there need no privilege, but for schemas in
 * which objects are made: they are made first. Not safe for use by several threads.
 */
public final class Needs {
    private final Set<String> uses = new TreeSet<>();
    private final Set<String> makesIn = new TreeSet<>();
    private final Set<String> makesTemporary = new TreeSet<>();
    private final Set<ObjectId> makes = new TreeSet<>();
    private final Set<ObjectId> drops = new TreeSet<>();
    private final Set<ObjectId> reads = new TreeSet<>();
    private final Set<ObjectId> changes = new TreeSet<>();
    private final Set<ObjectId> writes = new TreeSet<>();
    private final Set<ObjectId> refersTo = new TreeSet<>();
    private final Set<Owned> owned = new LinkedHashSet<>();
    private boolean readsAll;

    /** Reads the structure of schemas, with the positions of their sequences. */
    public Needs uses(Collection<String> schemas) {
        uses.addAll(schemas);
        return this;
    }

    /** Makes objects in a schema; the empty name means the database itself, for schemas, extensions and publications. */
    public Needs makesIn(String schema) {
        makesIn.add(schema);
        return this;
    }

    /** Makes temporary tables in a schema, where they stand in one. */
    public Needs makesTemporaryIn(String schema) {
        makesTemporary.add(schema);
        return this;
    }

    /** Makes an object that is no table and belongs to none, such as a view or a routine. */
    public Needs makes(ObjectId object) {
        makes.add(object);
        return this;
    }

    /** Drops such an object. */
    public Needs drops(ObjectId object) {
        drops.add(object);
        return this;
    }

    /** Reads all rows of tables. */
    public Needs reads(Collection<ObjectId> tables) {
        reads.addAll(tables);
        return this;
    }

    /** Reads all rows of all tables of the schemas that it uses. */
    public Needs readsAll() {
        readsAll = true;
        return this;
    }

    /** Alters, replaces or removes tables. */
    public Needs changes(Collection<ObjectId> tables) {
        changes.addAll(tables);
        return this;
    }

    /** Reads, adds and updates rows of tables of ours, and takes them back where no transaction does. */
    public Needs writes(Collection<ObjectId> tables) {
        writes.addAll(tables);
        return this;
    }

    /** Makes foreign keys to a table. */
    public Needs refersTo(ObjectId table) {
        refersTo.add(table);
        return this;
    }

    /** Changes an object of an owner, or gives one to him; in the catalog's words. */
    public Needs actsFor(ObjectId object, String owner) {
        owned.add(new Owned(object, owner));
        return this;
    }

    public List<String> uses() {
        return List.copyOf(uses);
    }

    public Set<String> makesIn() {
        return Set.copyOf(makesIn);
    }

    public Set<String> makesTemporary() {
        return Set.copyOf(makesTemporary);
    }

    public Set<ObjectId> makes() {
        return Set.copyOf(makes);
    }

    public Set<ObjectId> drops() {
        return Set.copyOf(drops);
    }

    public Set<ObjectId> reads() {
        return Set.copyOf(reads);
    }

    public boolean isReadingAll() {
        return readsAll;
    }

    public Set<ObjectId> changes() {
        return Set.copyOf(changes);
    }

    public Set<ObjectId> writes() {
        return Set.copyOf(writes);
    }

    public Set<ObjectId> refersTo() {
        return Set.copyOf(refersTo);
    }

    public List<Owned> owned() {
        return List.copyOf(owned);
    }

    /** An object and its owner, in the catalog's words. */
    public record Owned(ObjectId object, String owner) {}
}
