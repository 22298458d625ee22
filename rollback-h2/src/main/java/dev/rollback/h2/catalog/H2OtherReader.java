// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Schemas, sequences, constants, functions in Java, triggers, synonyms and rights. */
final class H2OtherReader {
    private final H2Read read;

    H2OtherReader(H2Read read) {
        this.read = read;
    }

    void readSchemas() throws SQLException {
        read.each(H2CatalogQueries.SCHEMAS, row -> {
            ObjectId id = ObjectId.of(ObjectKind.SCHEMA, "", row.text("name"));
            String name = H2Names.quote(id.name());
            String owner = row.textOrEmpty("owner");
            String create = "CREATE SCHEMA " + name + " AUTHORIZATION " + H2Names.quote(owner);
            add(
                    id,
                    "schema",
                    create,
                    "DROP SCHEMA " + name + " RESTRICT",
                    H2Settings.of("SCHEMA " + name, row.textOrEmpty("remarks")));
        });
    }

    /** Without those of identity columns, which the catalog does not list. */
    void readSequences() throws SQLException {
        read.each(H2CatalogQueries.SEQUENCES, row -> {
            ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, row.text("in_schema"), row.text("name"));
            read.add(H2SequenceOptions.sequence(
                    id,
                    row,
                    "AS " + row.text("type") + " " + H2SequenceOptions.of(row),
                    null,
                    null,
                    H2Settings.of("SEQUENCE " + H2Names.quote(id), row.textOrEmpty("remarks"))));
        });
    }

    void readConstants() throws SQLException {
        read.each(H2CatalogQueries.CONSTANTS, row -> {
            ObjectId id = ObjectId.of(ObjectKind.OTHER, row.text("in_schema"), row.text("name"));
            String value = H2Tokens.afterName(row.text("text"), "CONSTANT");
            add(
                    id,
                    "constant " + value,
                    "CREATE CONSTANT " + H2Names.quote(id) + " " + value,
                    "DROP CONSTANT " + H2Names.quote(id),
                    H2Settings.of("CONSTANT " + H2Names.quote(id), row.textOrEmpty("remarks")));
        });
    }

    void readRoutines() throws SQLException {
        read.each(H2CatalogQueries.ROUTINES, row -> {
            boolean aggregate = row.flag("aggregate");
            ObjectKind kind = aggregate ? ObjectKind.AGGREGATE : ObjectKind.FUNCTION;
            String word = aggregate ? "AGGREGATE" : "ALIAS";
            ObjectId id = ObjectId.of(kind, row.text("in_schema"), row.text("name"));
            add(
                    id,
                    row.text("text"),
                    row.text("text"),
                    "DROP " + word + " " + H2Names.quote(id),
                    H2Settings.of(word + " " + H2Names.quote(id), row.textOrEmpty("remarks")));
        });
    }

    void readTriggers() throws SQLException {
        read.each(H2CatalogQueries.TRIGGERS, row -> {
            ObjectId table = ObjectId.table(row.text("table_schema"), row.text("in_table"));
            ObjectId id = ObjectId.on(ObjectKind.TRIGGER, table, row.text("name"));
            String name = H2Names.quote(row.text("in_schema"), id.name());
            String definition = H2Tokens.afterName(row.text("text"), "TRIGGER");
            add(
                    id,
                    definition,
                    "CREATE FORCE TRIGGER " + name + " " + definition,
                    "DROP TRIGGER " + name,
                    H2Settings.of("TRIGGER " + name, row.textOrEmpty("remarks")));
        });
    }

    void readSynonyms() throws SQLException {
        read.each(H2CatalogQueries.SYNONYMS, row -> {
            ObjectId id = ObjectId.of(ObjectKind.OTHER, row.text("in_schema"), row.text("name"));
            add(id, row.text("text"), row.text("text"), "DROP SYNONYM " + H2Names.quote(id), List.of());
        });
    }

    /** What somebody may do with a table, or with all tables of a schema, is an object of its own. */
    void readRights() throws SQLException {
        read.each(H2CatalogQueries.RIGHTS, row -> {
            String schema = row.text("in_schema");
            String table = row.textOrEmpty("in_table");
            String grantee = H2Names.quote(row.text("grantee"));
            String name = "grant to " + grantee;
            ObjectId id = table.isEmpty()
                    ? ObjectId.of(ObjectKind.OTHER, schema, name)
                    : ObjectId.on(ObjectKind.OTHER, ObjectId.table(schema, table), name);
            String on = table.isEmpty() ? "SCHEMA " + H2Names.quote(schema) : H2Names.quote(schema, table);
            String granted = row.text("granted");
            add(
                    id,
                    granted + " ON " + on,
                    "GRANT " + granted + " ON " + on + " TO " + grantee,
                    "REVOKE ALL ON " + on + " FROM " + grantee,
                    List.of());
        });
    }

    private void add(ObjectId id, String definition, String create, String drop, List<Setting> settings) {
        read.add(
                new OpaqueObject(id, definition, List.of(create), List.of(drop), List.of(), "", settings, Set.of(), 0));
    }
}
