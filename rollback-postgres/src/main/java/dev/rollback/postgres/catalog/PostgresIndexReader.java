// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Indexes that belong to no constraint, and extended statistics. */
final class PostgresIndexReader {
    private final PostgresRead read;
    private final PostgresFacts facts;

    PostgresIndexReader(PostgresRead read, PostgresFacts facts) {
        this.read = read;
        this.facts = facts;
    }

    void read() throws SQLException {
        read.eachOfRelations(
                PostgresCatalogQueries.INDEXES,
                row -> read.add(PostgresClass.RELATION, index(read.relation(row.number("relation")), row)));
        read.eachOfRelations(
                PostgresObjectQueries.STATISTICS, row -> read.add(PostgresClass.STATISTICS, statistics(row)));
    }

    private Index index(PostgresRelation relation, CatalogRow row) throws SQLException {
        String sql = row.text("sql");
        String parent = row.optional("parent_name");
        List<String> targets = row.list("statistics");
        PostgresSettings settings = new PostgresSettings()
                .comment("INDEX " + sql, read.comment(PostgresClass.RELATION, row.number("oid")))
                .tablespace("ALTER INDEX " + sql, row.optional("tablespace"), facts)
                .add(
                        "statistics",
                        targets.stream().filter(t -> !t.endsWith(" -1")).collect(Collectors.joining(", ")),
                        targets.stream()
                                .map(t -> "ALTER INDEX " + sql + " ALTER COLUMN " + t.replace(" ", " SET STATISTICS "))
                                .toArray(String[]::new));
        return new Index(
                relation.part(ObjectKind.INDEX, row.text("name")),
                row.flag("is_unique"),
                row.list("columns"),
                row.text("using"),
                row.flag("valid"),
                parent == null
                        ? null
                        : new ObjectId(ObjectKind.INDEX, row.text("parent_schema"), row.text("parent_table"), parent),
                settings.sorted(),
                Set.of(),
                row.number("oid"));
    }

    private OpaqueObject statistics(CatalogRow row) throws SQLException {
        String sql = row.text("sql");
        String alter = "ALTER STATISTICS " + sql;
        long target = row.number("target");
        PostgresSettings settings = new PostgresSettings()
                .owner(alter, row.text("owner"))
                .comment("STATISTICS " + sql, read.comment(PostgresClass.STATISTICS, row.number("oid")))
                .add("target", target < 0 ? "" : String.valueOf(target), alter + " SET STATISTICS " + target);
        return new OpaqueObject(
                ObjectId.of(ObjectKind.STATISTICS, row.text("schema"), row.text("name")),
                row.text("text"),
                List.of(row.text("text")),
                List.of("DROP STATISTICS " + sql),
                List.of(),
                "",
                settings.sorted(),
                Set.of(),
                row.number("oid"));
    }
}
