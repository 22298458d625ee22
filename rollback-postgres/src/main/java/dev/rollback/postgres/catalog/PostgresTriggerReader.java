// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import dev.rollback.dialect.CatalogRow;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Triggers, rules and policies: what hangs on a relation and changes what statements on it do. */
final class PostgresTriggerReader {
    /** A trigger; {@code parent} is the one of the partitioned table that it was cloned from, or 0. */
    private record Trigger(
            long oid,
            long parent,
            PostgresRelation relation,
            String name,
            String sql,
            String text,
            boolean constraint,
            Setting enabled) {}

    private final PostgresRead read;
    private final Map<Long, Trigger> triggers = new LinkedHashMap<>();

    PostgresTriggerReader(PostgresRead read) {
        this.read = read;
    }

    /** Reads all, and keeps whether the triggers that partitions have from their parents are enabled, by table. */
    Map<Long, List<Setting>> read() throws SQLException {
        read.eachOfRelations(PostgresObjectQueries.TRIGGERS, row -> {
            Trigger trigger = trigger(row);
            triggers.put(trigger.oid, trigger);
        });
        Map<Long, List<Setting>> cloned = new HashMap<>();
        Map<Long, List<String>> unlikeNew = new HashMap<>();
        for (Trigger trigger : triggers.values()) {
            if (trigger.parent != 0) {
                cloned.computeIfAbsent(trigger.relation.oid(), k -> new ArrayList<>())
                        .add(trigger.enabled);
                if (!trigger.enabled.initial()) {
                    unlikeNew
                            .computeIfAbsent(root(trigger), k -> new ArrayList<>())
                            .addAll(trigger.enabled.apply());
                }
            }
        }
        for (Trigger trigger : triggers.values()) {
            if (trigger.parent == 0) {
                read.add(PostgresClass.TRIGGER, object(trigger, unlikeNew.getOrDefault(trigger.oid, List.of())));
            }
        }
        read.eachOfRelations(
                PostgresObjectQueries.RULES,
                row -> read.add(PostgresClass.RULE, rule(read.relation(row.number("relation")), row)));
        read.eachOfRelations(
                PostgresObjectQueries.POLICIES,
                row -> read.add(PostgresClass.POLICY, policy(read.relation(row.number("relation")), row)));
        return cloned;
    }

    private Trigger trigger(CatalogRow row) throws SQLException {
        PostgresRelation relation = read.relation(row.number("relation"));
        String name = row.text("name");
        long parent = row.number("parent");
        return new Trigger(
                row.number("oid"),
                parent,
                relation,
                name,
                row.text("sql"),
                row.text("text"),
                row.flag("is_constraint"),
                enabled(
                        relation,
                        "TRIGGER " + row.text("sql"),
                        parent == 0 ? "enabled" : "trigger " + name + " enabled",
                        row.text("enabled")));
    }

    /** A new trigger is enabled, on all partitions, and so is one that was replaced. */
    private OpaqueObject object(Trigger trigger, List<String> clones) {
        List<String> create = new ArrayList<>(List.of(trigger.text));
        create.addAll(clones);
        List<String> replace = new ArrayList<>();
        if (!trigger.constraint) {
            replace.addAll(create);
            replace.set(0, trigger.text.replaceFirst("^CREATE TRIGGER", "CREATE OR REPLACE TRIGGER"));
            replace.addAll(trigger.enabled.apply());
        }
        String name = "TRIGGER " + trigger.sql + " ON " + trigger.relation.sql();
        return new OpaqueObject(
                trigger.relation.part(ObjectKind.TRIGGER, trigger.name),
                trigger.text,
                create,
                List.of("DROP " + name),
                replace,
                "",
                new PostgresSettings()
                        .comment(name, read.comment(PostgresClass.TRIGGER, trigger.oid))
                        .add(trigger.enabled)
                        .sorted(),
                Set.of(),
                trigger.oid);
    }

    private long root(Trigger clone) {
        Trigger parent = triggers.get(clone.parent);
        return clone.parent == 0 ? clone.oid : parent == null ? 0 : root(parent);
    }

    private OpaqueObject rule(PostgresRelation relation, CatalogRow row) throws SQLException {
        String text = row.text("text");
        String create = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        PostgresSettings settings = new PostgresSettings()
                .add(enabled(relation, "RULE " + row.text("sql"), "enabled", row.text("enabled")));
        return part(
                ObjectKind.RULE,
                PostgresClass.RULE,
                relation,
                row,
                create,
                create.replaceFirst("^CREATE RULE", "CREATE OR REPLACE RULE"),
                "",
                settings);
    }

    /** ALTER POLICY cannot change the command or take away a condition. */
    private OpaqueObject policy(PostgresRelation relation, CatalogRow row) throws SQLException {
        String name = row.text("sql") + " ON " + relation.sql();
        String kind = (row.flag("permissive") ? "PERMISSIVE" : "RESTRICTIVE") + " FOR " + command(row.text("command"));
        String condition = row.optional("condition");
        String check = row.optional("with_check");
        String rest = " TO " + row.text("roles")
                + (condition == null ? "" : " USING (" + condition + ")")
                + (check == null ? "" : " WITH CHECK (" + check + ")");
        return part(
                ObjectKind.POLICY,
                PostgresClass.POLICY,
                relation,
                row,
                "CREATE POLICY " + name + " AS " + kind + rest,
                "ALTER POLICY " + name + rest,
                kind + (condition == null ? "" : " USING") + (check == null ? "" : " WITH CHECK"),
                new PostgresSettings());
    }

    private OpaqueObject part(
            ObjectKind kind,
            PostgresClass oidClass,
            PostgresRelation relation,
            CatalogRow row,
            String create,
            String replace,
            String shape,
            PostgresSettings settings)
            throws SQLException {
        String name = kind.name() + " " + row.text("sql") + " ON " + relation.sql();
        return new OpaqueObject(
                relation.part(kind, row.text("name")),
                create,
                List.of(create),
                List.of("DROP " + name),
                List.of(replace),
                shape,
                settings.comment(name, read.comment(oidClass, row.number("oid")))
                        .sorted(),
                Set.of(),
                row.number("oid"));
    }

    /** Whether a trigger or rule fires: always so on views, where it cannot be switched off. */
    private static Setting enabled(PostgresRelation relation, String what, String setting, String code) {
        String how = switch (code) {
            case "D" -> "DISABLE";
            case "R" -> "ENABLE REPLICA";
            case "A" -> "ENABLE ALWAYS";
            default -> "ENABLE";
        };
        List<String> apply = relation.isView() ? List.of() : List.of(relation.alter() + " " + how + " " + what);
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
