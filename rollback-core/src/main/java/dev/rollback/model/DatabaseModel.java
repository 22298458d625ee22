// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All objects of some schemas at one moment. Immutable and safe to share between threads.
 */
public final class DatabaseModel {
    private final String product;
    private final String version;
    private final String database;
    private final List<String> schemas;
    private final Set<ObjectId> excluded;
    private final TreeMap<ObjectId, SchemaObject> objects = new TreeMap<>();

    /**
     * @param product the server's product name
     * @param version the server's version
     * @param database what tells this very database from every other one, across renames
     * @param schemas the schemas that were read
     * @param objects all objects found in them
     */
    public DatabaseModel(
            String product,
            String version,
            String database,
            List<String> schemas,
            Collection<? extends SchemaObject> objects) {
        this(product, version, database, schemas, Set.of(), objects);
    }

    private DatabaseModel(
            String product,
            String version,
            String database,
            List<String> schemas,
            Set<ObjectId> excluded,
            Collection<? extends SchemaObject> objects) {
        this.excluded = Set.copyOf(excluded);
        this.product = Objects.requireNonNull(product, "product");
        this.version = Objects.requireNonNull(version, "version");
        this.database = Objects.requireNonNull(database, "database");
        this.schemas = List.copyOf(schemas);
        for (SchemaObject object : objects) {
            SchemaObject twin = this.objects.put(object.id(), object);
            if (twin != null) {
                throw new IllegalArgumentException("read twice: " + object.id());
            }
        }
    }

    public String product() {
        return product;
    }

    public String version() {
        return version;
    }

    public String database() {
        return database;
    }

    public List<String> schemas() {
        return schemas;
    }

    /** Tables that are left alone: they are somebody else's record, such as a migration tool's history, and no part of the model. */
    public Set<ObjectId> excluded() {
        return excluded;
    }

    /** The same database without some tables and what belongs to them, and with a memory of it. */
    public DatabaseModel excluding(Collection<ObjectId> tables) {
        Set<ObjectId> all = new HashSet<>(excluded);
        all.addAll(tables);
        return new DatabaseModel(
                product,
                version,
                database,
                schemas,
                all,
                objects.values().stream().filter(o -> !belongs(o, all)).toList());
    }

    private static boolean belongs(SchemaObject object, Set<ObjectId> tables) {
        ObjectId id = object.id();
        return tables.contains(id)
                || id.table() != null && tables.contains(ObjectId.table(id.schema(), id.table()))
                || object instanceof Sequence s && s.ownedBy() != null && tables.contains(s.ownedBy())
                || object instanceof Sequence i && i.identityOf() != null && tables.contains(i.identityOf());
    }

    /** All objects, ordered by kind and name. */
    public Collection<SchemaObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    public Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    public boolean contains(ObjectId id) {
        return objects.containsKey(id);
    }

    /** All objects of one type, in order, as in {@code all(Table.class)}. */
    public <T extends SchemaObject> Stream<T> all(Class<T> type) {
        return objects.values().stream().filter(type::isInstance).map(type::cast);
    }

    public Optional<Table> table(ObjectId id) {
        return find(id).filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** Objects that belong to a relation: its indexes, constraints, triggers, policies, rules. */
    public List<SchemaObject> partsOf(ObjectId relation) {
        return objects.values().stream()
                .filter(o -> relation.name().equals(o.id().table())
                        && relation.schema().equals(o.id().schema()))
                .toList();
    }

    /** The same database seen with other objects. */
    public DatabaseModel withObjects(Collection<? extends SchemaObject> others) {
        return new DatabaseModel(product, version, database, schemas, excluded, others);
    }

    /** SHA-256 over all definitions and settings, in order: equal for equal structure, whatever the rows. */
    public String fingerprint() {
        return Fingerprint.of(objects.values());
    }

    @Override
    public String toString() {
        return product + " " + version + " " + schemas + ", " + objects.size() + " objects";
    }
}
