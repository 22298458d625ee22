// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectId;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables, partitions, foreign tables. */
final class PostgresTableReader {
    private final PostgresRead read;
    private final PostgresFacts facts;
    private final PostgresColumnReader columns;
    private final PostgresPrivileges privileges;
    private final Map<Long, List<String>> inlineChecks;
    private final Map<Long, List<Setting>> clonedTriggers;

    /**
     * @param inlineChecks checks that tables have from their parents, by oid
     * @param clonedTriggers settings of the triggers that partitions have from their parents, by oid
     */
    PostgresTableReader(
            PostgresRead read,
            PostgresFacts facts,
            PostgresColumnReader columns,
            PostgresPrivileges privileges,
            Map<Long, List<String>> inlineChecks,
            Map<Long, List<Setting>> clonedTriggers) {
        this.read = read;
        this.facts = facts;
        this.columns = columns;
        this.privileges = privileges;
        this.inlineChecks = inlineChecks;
        this.clonedTriggers = clonedTriggers;
    }

    void read() throws SQLException {
        read.eachOfRelations(PostgresCatalogQueries.TABLES, row -> {
            PostgresRelation relation = read.relation(row.number("oid"));
            read.add(PostgresClass.RELATION, relation.isTable() ? table(relation, row) : foreign(relation, row));
        });
    }

    private Table table(PostgresRelation relation, CatalogRow row) throws SQLException {
        String parent = row.optional("parent_name");
        return new Table(
                relation.id(),
                columns.plain(relation),
                relation.unlogged() ? "UNLOGGED" : "",
                row.optional("partition_key"),
                parent == null ? null : ObjectId.table(row.text("parent_schema"), parent),
                row.optional("bound"),
                inlineChecks.getOrDefault(relation.oid(), List.of()),
                limit(row),
                settings(relation, row),
                Set.of(),
                relation.oid(),
                relation.storage());
    }

    private static String limit(CatalogRow row) throws SQLException {
        List<String> limits = new ArrayList<>();
        if (row.optional("parents") != null && !row.flag("partition")) {
            limits.add("inherits from " + row.text("parents"));
        }
        if (row.optional("children") != null && row.optional("partition_key") == null) {
            limits.add("is inherited by " + row.text("children"));
        }
        if (row.optional("of_type") != null) {
            limits.add("is of type " + row.text("of_type"));
        }
        return String.join(", ", limits);
    }

    private List<Setting> settings(PostgresRelation relation, CatalogRow row) throws SQLException {
        String alter = relation.alter();
        String security = " ROW LEVEL SECURITY";
        PostgresSettings settings = common(relation);
        columns.storage(relation, settings);
        settings.tablespace(alter, relation.tablespace(), facts);
        boolean secured = row.flag("row_security");
        settings.add("row security", secured ? "on" : "", alter + (secured ? " ENABLE" : " DISABLE") + security);
        boolean forced = row.flag("force_row_security");
        settings.add("force row security", forced ? "on" : "", alter + (forced ? " FORCE" : " NO FORCE") + security);
        String identity = replicaIdentity(row.text("replica_identity"), row.optional("replica_index"));
        settings.add("replica identity", identity, identity.equals("DEFAULT"), alter + " REPLICA IDENTITY " + identity);
        clonedTriggers.getOrDefault(relation.oid(), List.of()).forEach(settings::add);
        if (relation.kind() == 'r') {
            heap(settings, relation, row.optional("cluster_index"), row.list("toast_options"));
        }
        return settings.sorted();
    }

    /** What only relations with rows of their own have. */
    static void heap(
            PostgresSettings settings, PostgresRelation relation, @Nullable String clusterIndex, List<String> toast) {
        String alter = relation.alter();
        String method = Objects.requireNonNullElse(relation.method(), "heap");
        List<String> options = new ArrayList<>(relation.options());
        toast.forEach(o -> options.add("toast." + o));
        settings.options(alter, relation.sql(), options);
        settings.add("access method", method, method.equals("heap"), alter + " SET ACCESS METHOD " + method);
        settings.add(
                "clustered on",
                clusterIndex == null ? "" : clusterIndex,
                alter + (clusterIndex == null ? " SET WITHOUT CLUSTER" : " CLUSTER ON " + clusterIndex));
    }

    private static String replicaIdentity(String code, @Nullable String index) {
        return switch (code) {
            case "f" -> "FULL";
            case "n" -> "NOTHING";
            case "i" -> index == null ? "NOTHING" : "USING INDEX " + index;
            default -> "DEFAULT";
        };
    }

    /** Owner, comments, privileges. */
    private PostgresSettings common(PostgresRelation relation) {
        PostgresSettings settings = new PostgresSettings()
                .owner(relation.alter(), relation.owner())
                .comment(relation.word() + " " + relation.sql(), read.comment(PostgresClass.RELATION, relation.oid()))
                .add(privileges.of(relation));
        columns.comments(relation, settings);
        return settings;
    }

    private OpaqueObject foreign(PostgresRelation relation, CatalogRow row) throws SQLException {
        List<String> definition = new ArrayList<>(List.of("foreign table of " + row.optional("server")));
        definition.addAll(row.list("foreign_options"));
        columns.plain(relation).forEach(c -> definition.add(c.definition()));
        return new OpaqueObject(
                relation.id(),
                String.join("\n", definition),
                List.of(),
                List.of("DROP FOREIGN TABLE " + relation.sql()),
                List.of(),
                "",
                common(relation).sorted(),
                Set.of(),
                relation.oid());
    }
}
