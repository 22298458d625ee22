// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys, foreign keys, checks and exclusion constraints. */
final class PostgresConstraintReader {
    private final PostgresRead read;
    private final PostgresFacts facts;
    private final Map<Long, List<String>> inlineChecks = new HashMap<>();

    PostgresConstraintReader(PostgresRead read, PostgresFacts facts) {
        this.read = read;
        this.facts = facts;
    }

    /** Reads all constraints of tables, and keeps the checks that have come from parents. */
    Map<Long, List<String>> read() throws SQLException {
        read.eachOfRelations(PostgresCatalogQueries.CONSTRAINTS, row -> {
            PostgresRelation table = read.relation(row.number("relation"));
            if (!table.isTable()) {
                read.name(PostgresClass.CONSTRAINT.oid, row.number("oid"), table.id());
            } else if (row.flag("inherited") && row.text("kind").equals("c")) {
                read.name(PostgresClass.CONSTRAINT.oid, row.number("oid"), table.id());
                inlineChecks
                        .computeIfAbsent(table.oid(), k -> new ArrayList<>())
                        .add("CONSTRAINT " + row.text("sql") + " " + row.text("text"));
            } else {
                add(table, row);
            }
        });
        return inlineChecks;
    }

    private void add(PostgresRelation table, CatalogRow row) throws SQLException {
        ObjectKind kind = kind(row.text("kind"));
        String foreignTable = row.optional("foreign_table");
        String parent = row.optional("parent_name");
        Constraint constraint = new Constraint(
                table.part(kind, row.text("name")),
                row.list("columns"),
                foreignTable == null ? null : ObjectId.table(row.text("foreign_schema"), foreignTable),
                row.list("foreign_columns"),
                row.text("text"),
                row.flag("validated"),
                parent == null ? null : new ObjectId(kind, row.text("parent_schema"), row.text("parent_table"), parent),
                settings(table, kind, row),
                Set.of(),
                row.number("oid"));
        read.add(PostgresClass.CONSTRAINT, constraint);
        if (row.number("index") != 0) {
            read.name(PostgresClass.RELATION.oid, row.number("index"), constraint.id());
        }
    }

    /** The options of an exclusion constraint's index are part of its text, those of a key's are not. */
    private List<Setting> settings(PostgresRelation table, ObjectKind kind, CatalogRow row) throws SQLException {
        PostgresSettings settings = new PostgresSettings()
                .comment(
                        "CONSTRAINT " + row.text("sql") + " ON " + table.sql(),
                        read.comment(PostgresClass.CONSTRAINT, row.number("oid")));
        String index = row.optional("index_sql");
        if (row.number("index") != 0 && index != null) {
            settings.tablespace("ALTER INDEX " + index, row.optional("tablespace"), facts);
            settings.comment(
                    "index comment", "INDEX " + index, read.comment(PostgresClass.RELATION, row.number("index")));
            if (kind != ObjectKind.EXCLUSION) {
                settings.options("ALTER INDEX " + index, index, row.list("options"));
            }
        }
        return settings.sorted();
    }

    private static ObjectKind kind(String code) {
        return switch (code) {
            case "p" -> ObjectKind.PRIMARY_KEY;
            case "u" -> ObjectKind.UNIQUE_KEY;
            case "f" -> ObjectKind.FOREIGN_KEY;
            case "x" -> ObjectKind.EXCLUSION;
            default -> ObjectKind.CHECK;
        };
    }
}
