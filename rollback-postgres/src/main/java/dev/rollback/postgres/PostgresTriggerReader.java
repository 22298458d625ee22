// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Triggers, rules and policies: what hangs on a relation and changes what statements on it do. */
final class PostgresTriggerReader {
    private final PostgresRead read;
    private final Map<Long, List<Setting>> cloned = new HashMap<>();

    PostgresTriggerReader(PostgresRead read) {
        this.read = read;
    }

    /** Reads all, and keeps whether the triggers that partitions have from their parents are enabled. */
    Map<Long, List<Setting>> read() throws SQLException {
        read.eachOfRelations(PostgresCatalogQueries.TRIGGERS, row -> {
            PostgresRelation relation = read.relation(row.number("relation"));
            if (row.flag("cloned")) {
                cloned.computeIfAbsent(relation.oid(), k -> new ArrayList<>())
                        .add(enabled(relation, "TRIGGER", "trigger " + row.text("name") + " enabled", row));
            } else {
                read.add(PostgresClass.TRIGGER, trigger(relation, row));
            }
        });
        read.eachOfRelations(
                PostgresCatalogQueries.RULES,
                row -> read.add(PostgresClass.RULE, rule(read.relation(row.number("relation")), row)));
        read.eachOfRelations(
                PostgresCatalogQueries.POLICIES,
                row -> read.add(PostgresClass.POLICY, policy(read.relation(row.number("relation")), row)));
        return cloned;
    }

    private OpaqueObject trigger(PostgresRelation relation, PostgresRow row) throws SQLException {
        String create = row.text("text");
        List<String> replace = row.flag("is_constraint")
                ? List.of()
                : List.of(create.replaceFirst("^CREATE TRIGGER", "CREATE OR REPLACE TRIGGER"));
        return part(ObjectKind.TRIGGER, PostgresClass.TRIGGER, relation, row, create, replace, "", true);
    }

    private OpaqueObject rule(PostgresRelation relation, PostgresRow row) throws SQLException {
        String text = row.text("text");
        String create = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        List<String> replace = List.of(create.replaceFirst("^CREATE RULE", "CREATE OR REPLACE RULE"));
        return part(ObjectKind.RULE, PostgresClass.RULE, relation, row, create, replace, "", true);
    }

    /** ALTER POLICY cannot change the command or take away a condition. */
    private OpaqueObject policy(PostgresRelation relation, PostgresRow row) throws SQLException {
        String name = row.text("sql") + " ON " + relation.sql();
        String kind = (row.flag("permissive") ? "PERMISSIVE" : "RESTRICTIVE") + " FOR " + command(row.text("command"));
        String condition = row.optional("condition");
        String check = row.optional("with_check");
        String rest = " TO " + row.text("roles")
                + (condition == null ? "" : " USING (" + condition + ")")
                + (check == null ? "" : " WITH CHECK (" + check + ")");
        String shape = kind + (condition == null ? "" : " USING") + (check == null ? "" : " WITH CHECK");
        return part(
                ObjectKind.POLICY,
                PostgresClass.POLICY,
                relation,
                row,
                "CREATE POLICY " + name + " AS " + kind + rest,
                List.of("ALTER POLICY " + name + rest),
                shape,
                false);
    }

    private OpaqueObject part(
            ObjectKind kind,
            PostgresClass oidClass,
            PostgresRelation relation,
            PostgresRow row,
            String create,
            List<String> replace,
            String shape,
            boolean switchable)
            throws SQLException {
        String name = kind.name() + " " + row.text("sql") + " ON " + relation.sql();
        PostgresSettings settings = new PostgresSettings().comment(name, read.comment(oidClass, row.number("oid")));
        if (switchable) {
            settings.add(enabled(relation, kind.name(), "enabled", row));
        }
        ObjectId id = relation.part(kind, row.text("name"));
        return new OpaqueObject(
                id,
                create,
                List.of(create),
                List.of("DROP " + name),
                replace,
                shape,
                settings.sorted(),
                Set.of(),
                row.number("oid"));
    }

    /** Whether a trigger or rule fires: always so on views, where it cannot be switched off. */
    private static Setting enabled(PostgresRelation relation, String word, String setting, PostgresRow row)
            throws SQLException {
        String code = row.text("enabled");
        String how = switch (code) {
            case "D" -> "DISABLE";
            case "R" -> "ENABLE REPLICA";
            case "A" -> "ENABLE ALWAYS";
            default -> "ENABLE";
        };
        List<String> apply = relation.isView()
                ? List.of()
                : List.of(relation.alter() + " " + how + " " + word + " " + row.text("sql"));
        return new Setting(setting, how, apply, code.equals("O"));
    }

    private static String command(String code) {
        return switch (code) {
            case "r" -> "SELECT";
            case "a" -> "INSERT";
            case "w" -> "UPDATE";
            case "d" -> "DELETE";
            default -> "ALL";
        };
    }
}
