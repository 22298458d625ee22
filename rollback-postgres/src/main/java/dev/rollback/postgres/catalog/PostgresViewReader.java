// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.Column;
import dev.rollback.model.OpaqueObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Views and materialized views. */
final class PostgresViewReader {
    private static final Pattern VALUES =
            Pattern.compile("(?s) SELECT .*\n   FROM \\((VALUES .*)\\) \"\\*VALUES\\*\";");

    private final PostgresRead read;
    private final PostgresFacts facts;
    private final PostgresColumnReader columns;
    private final PostgresPrivileges privileges;

    PostgresViewReader(
            PostgresRead read, PostgresFacts facts, PostgresColumnReader columns, PostgresPrivileges privileges) {
        this.read = read;
        this.facts = facts;
        this.columns = columns;
        this.privileges = privileges;
    }

    void read() throws SQLException {
        read.eachOfRelations(PostgresObjectQueries.VIEWS, row -> {
            PostgresRelation relation = read.relation(row.number("oid"));
            read.add(
                    PostgresClass.RELATION, relation.kind() == 'v' ? view(relation, row) : materialized(relation, row));
        });
    }

    private OpaqueObject view(PostgresRelation view, CatalogRow row) throws SQLException {
        String with = view.options().isEmpty() ? "" : " WITH (" + PostgresSettings.assignments(view.options()) + ")";
        String rest = "VIEW " + definition(view, with, row.text("text"));
        PostgresSettings settings = common(view);
        for (PostgresColumnReader.Stored c : columns.of(view)) {
            String value = c.column().defaultValue();
            String alter = view.alter() + " ALTER COLUMN " + c.sql();
            settings.add(
                    "column " + c.column().name() + " default",
                    value == null ? "" : value,
                    alter + (value == null ? " DROP DEFAULT" : " SET DEFAULT " + value));
        }
        return new OpaqueObject(
                view.id(),
                "CREATE " + rest,
                List.of("CREATE " + rest),
                List.of("DROP VIEW " + view.sql()),
                List.of("CREATE OR REPLACE " + rest),
                shape(view),
                settings.sorted(),
                Set.of(),
                view.oid());
    }

    /** Its rows are made by the query: whether there are any is a setting. Storage options are settings too. */
    private OpaqueObject materialized(PostgresRelation view, CatalogRow row) throws SQLException {
        boolean populated = row.flag("populated");
        String create = "CREATE MATERIALIZED VIEW " + definition(view, "", row.text("text")) + "\n";
        PostgresSettings settings = common(view);
        columns.storage(view, settings);
        settings.tablespace(view.alter(), view.tablespace(), facts);
        settings.add(
                "populated",
                populated ? "yes" : "no",
                true,
                "REFRESH MATERIALIZED VIEW " + view.sql() + (populated ? "" : " WITH NO DATA"));
        PostgresTableReader.heap(settings, view, row.optional("cluster_index"), row.list("toast_options"));
        return new OpaqueObject(
                view.id(),
                create + shape(view),
                List.of(create + (populated ? "WITH DATA" : "WITH NO DATA")),
                List.of("DROP MATERIALIZED VIEW " + view.sql()),
                List.of(),
                shape(view),
                settings.sorted(),
                Set.of(),
                view.oid());
    }

    private PostgresSettings common(PostgresRelation view) {
        PostgresSettings settings = new PostgresSettings()
                .owner(view.alter(), view.owner())
                .comment(view.word() + " " + view.sql(), read.comment(PostgresClass.RELATION, view.oid()))
                .add(privileges.of(view));
        columns.comments(view, settings);
        return settings;
    }

    /** A bare VALUES list with column names comes back as a SELECT, which the server would not print in the same way. */
    private String definition(PostgresRelation view, String with, String text) {
        Matcher values = VALUES.matcher(text);
        if (values.matches()) {
            String names = columns.of(view).stream()
                    .map(PostgresColumnReader.Stored::sql)
                    .collect(Collectors.joining(", "));
            return view.sql() + " (" + names + ")" + with + " AS\n" + values.group(1);
        }
        return view.sql() + with + " AS\n" + (text.endsWith(";") ? text.substring(0, text.length() - 1) : text);
    }

    private String shape(PostgresRelation view) {
        return columns.plain(view).stream().map(PostgresViewReader::shape).collect(Collectors.joining(", "));
    }

    private static String shape(Column column) {
        return column.name() + " " + column.type()
                + (column.collation() == null ? "" : " collate " + column.collation());
    }
}
