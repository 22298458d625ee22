// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresIdentifiers.block;
import static dev.rollback.postgres.PostgresIdentifiers.literal;

import dev.rollback.model.ObjectId;
import dev.rollback.model.Sequence;
import java.sql.SQLException;
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

    private Sequence sequence(PostgresRelation relation, PostgresRow row) throws SQLException {
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

    private static String options(PostgresRow row) throws SQLException {
        return "AS " + row.text("type")
                + " START WITH " + row.number("start")
                + " INCREMENT BY " + row.number("increment")
                + " MINVALUE " + row.number("minimum")
                + " MAXVALUE " + row.number("maximum")
                + " CACHE " + row.number("cache")
                + (row.flag("cycle") ? " CYCLE" : " NO CYCLE");
    }

    private PostgresSettings settings(
            PostgresRelation relation, @Nullable ObjectId owner, boolean identity, PostgresRow row)
            throws SQLException {
        PostgresSettings settings = new PostgresSettings()
                .comment("SEQUENCE " + relation.sql(), read.comment(PostgresClass.RELATION, relation.oid()))
                .add(privileges.of(relation))
                .add(
                        "persistence",
                        relation.unlogged() ? "UNLOGGED" : "",
                        relation.alter() + (relation.unlogged() ? " SET UNLOGGED" : " SET LOGGED"));
        if (owner == null) {
            settings.owner(relation.alter(), relation.owner());
            settings.add("owned by", "", relation.alter() + " OWNED BY NONE");
        } else {
            settings.add("owner", relation.owner(), false); // the server gives it the table's
            if (!identity) {
                String column = row.text("owner_sql") + "." + row.text("owner_column_sql");
                settings.add("owned by", column, own(relation, row.text("owner_sql"), column));
            }
        }
        return settings;
    }

    /** Only a sequence of the table's own owner can be tied to it, and a tied one cannot change hands. */
    private static String own(PostgresRelation relation, String table, String column) {
        return block("""
                BEGIN
                  %1$s OWNED BY NONE;
                  EXECUTE format(%2$s,
                    (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = %3$s::regclass));
                  %1$s OWNED BY %4$s;
                END""".formatted(
                        relation.alter(),
                        literal(relation.alter().replace("%", "%%") + " OWNER TO %I"),
                        literal(table),
                        column));
    }
}
