// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.dialect.Queries;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One read of the catalog: runs its queries and collects what they find, with the names that oids stand for. */
final class PostgresRead {
    /** A row of a system catalog. */
    record Key(long oidClass, long oid) {}

    private record Part(long oidClass, long oid, long part) {}

    @FunctionalInterface
    interface RowHandler {
        void accept(CatalogRow row) throws SQLException;
    }

    private final Connection connection;
    private final Map<Part, String> comments = new HashMap<>();
    private final Map<Long, PostgresRelation> relations = new HashMap<>();
    private final Map<Key, ObjectId> names = new HashMap<>();
    private final List<SchemaObject> objects = new ArrayList<>();

    private final List<Long> follow;
    private List<Long> schemas = List.of();

    /** @param follow oids of objects to read wherever they are */
    PostgresRead(Connection connection, Collection<Long> follow) {
        this.connection = connection;
        this.follow = List.copyOf(follow);
    }

    List<Long> follow() {
        return follow;
    }

    /** The schemas of the scope, once they are found. */
    List<Long> schemas() {
        return schemas;
    }

    void inSchemas(Collection<Long> oids) {
        schemas = List.copyOf(oids);
    }

    /** Runs a query whose parameters are arrays: of names, or of oids. */
    void each(String sql, RowHandler handler, Collection<?>... parameters) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        for (Collection<?> parameter : parameters) {
            boolean names = parameter.stream().anyMatch(String.class::isInstance);
            arrays.add(connection.createArrayOf(names ? "text" : "oid", parameter.toArray()));
        }
        Queries.each(connection, sql, arrays, row -> handler.accept(new CatalogRow(row)));
    }

    /** Runs a query by relation. */
    void eachOfRelations(String sql, RowHandler handler) throws SQLException {
        each(sql, handler, oids());
    }

    /** Runs a query by scope. */
    void eachInScope(String sql, RowHandler handler) throws SQLException {
        each(sql, handler, schemas, follow);
    }

    void readComments() throws SQLException {
        each(
                PostgresCatalogQueries.COMMENTS,
                row -> comments.put(
                        new Part(row.number("class"), row.number("object"), row.number("part")), row.text("text")));
    }

    @Nullable
    String comment(PostgresClass oidClass, long oid) {
        return comment(oidClass.oid, oid);
    }

    @Nullable
    String comment(long oidClass, long oid) {
        return comments.get(new Part(oidClass, oid, 0));
    }

    @Nullable
    String columnComment(long relation, long number) {
        return comments.get(new Part(PostgresClass.RELATION.oid, relation, number));
    }

    void add(PostgresRelation relation) {
        relations.put(relation.oid(), relation);
    }

    /** A relation that the query was limited to. */
    PostgresRelation relation(long oid) {
        return Objects.requireNonNull(relations.get(oid), "relation");
    }

    /** All relations of the scope. */
    Collection<Long> oids() {
        return relations.keySet();
    }

    void add(PostgresClass oidClass, SchemaObject object) {
        add(oidClass.oid, object);
    }

    void add(long oidClass, SchemaObject object) {
        objects.add(object);
        name(oidClass, object.nativeId(), object.id());
    }

    /** Lets an oid stand for an object, also for one of which it is only a part. */
    void name(long oidClass, long oid, ObjectId id) {
        names.put(new Key(oidClass, oid), id);
    }

    @Nullable
    ObjectId named(long oidClass, long oid) {
        return names.get(new Key(oidClass, oid));
    }

    List<SchemaObject> objects() {
        return objects;
    }
}
