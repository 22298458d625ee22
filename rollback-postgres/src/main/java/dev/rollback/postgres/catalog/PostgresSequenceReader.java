// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences: by themselves, owned by a column (serial), or behind an identity column. */
final class PostgresSequenceReader {
    private final PostgresRead read;
    private final PostgresPrivileges privileges;

    PostgresSequenceReader(PostgresRead read, PostgresPrivileges privileges) {
        this.read = read;
        this.privileges = privileges;
    }

    void read() throws SQLException {
        read.eachOfRelations(
                PostgresCatalogQueries.SEQUENCES,
                row -> read.add(PostgresClass.RELATION, sequence(read.relation(row.number("oid")), row)));
    }

    private Sequence sequence(PostgresRelation relation, CatalogRow row) throws SQLException {
        String ownerTable = row.optional("owner_table");
        ObjectId owner = ownerTable == null ? null : ObjectId.table(row.text("owner_schema"), ownerTable);
        boolean identity = row.flag("identity");
        return new Sequence(
                relation.id(),
                options(row),
                identity ? owner : null,
                row.optional("owner_column"),
                identity ? null : owner,
                row.number("increment"),
                row.number("position"),
                row.flag("called"),
                settings(relation, owner, identity, row).sorted(),
                relation.oid());
    }

    private static String options(CatalogRow row) throws SQLException {
        return "AS " + row.text("type")
                + " START WITH " + row.number("start")
                + " INCREMENT BY " + row.number("increment")
                + " MINVALUE " + row.number("minimum")
                + " MAXVALUE " + row.number("maximum")
                + " CACHE " + row.number("cache")
                + (row.flag("cycle") ? " CYCLE" : " NO CYCLE");
    }

    private PostgresSettings settings(
            PostgresRelation relation, @Nullable ObjectId owner, boolean identity, CatalogRow row) throws SQLException {
        String alter = relation.alter();
        PostgresSettings settings = new PostgresSettings()
                .comment("SEQUENCE " + relation.sql(), read.comment(PostgresClass.RELATION, relation.oid()))
                .add(
                        "persistence",
                        relation.unlogged() ? "UNLOGGED" : "",
                        alter + (relation.unlogged() ? " SET UNLOGGED" : " SET LOGGED"));
        if (owner == null) {
            return settings.owner(alter, relation.owner())
                    .add(privileges.of(relation))
                    .add("owned by", "", alter + " OWNED BY NONE");
        }
        // A sequence of a column always belongs to the table's owner, and changes hands with the table only.
        String table = row.text("owner_sql");
        String tableOwner = "ALTER TABLE ONLY " + table + " OWNER TO " + relation.owner();
        settings.add("owner", relation.owner(), false, tableOwner);
        settings.add(after(tableOwner, privileges.of(relation)));
        if (!identity) {
            String column = table + "." + row.text("owner_column_sql");
            settings.add(
                    "owned by",
                    column,
                    tableOwner,
                    alter + " OWNED BY NONE",
                    alter + " OWNER TO " + relation.owner(),
                    alter + " OWNED BY " + column);
        }
        return settings;
    }

    /** A change of owner would take over the grants that the former owner made. */
    private static Setting after(String first, Setting setting) {
        List<String> apply = new ArrayList<>(List.of(first));
        apply.addAll(setting.apply());
        return new Setting(setting.name(), setting.value(), apply, setting.initial());
    }
}
