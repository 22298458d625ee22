// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.dialect.RowSql.SEEDED;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Constraint;
import java.util.List;
import java.util.stream.Collectors;

/** Statements about rows that differ from the backup: which the migration itself rewrote or inserted, and undoing that. */
final class PostgresChangeSql {
    private static final String NONE = "SELECT 0::bigint AS rows, '' AS sample";

    private final PostgresMerge merge;
    private final Relation source;

    PostgresChangeSql(RowMerge merge) {
        this.merge = new PostgresMerge(merge);
        this.source = merge.source();
    }

    String rewritten() {
        return isComparable(surviving()) && merge.mayBeByMigration()
                ? PostgresRows.rowsAndSample(changedRows(surviving(), merge.byMigration()), merge.keyNames())
                : NONE;
    }

    String changed() {
        return isComparable(surviving())
                ? "SELECT count(*) AS rows\n" + changedRows(surviving(), "true")
                : "SELECT 0::bigint AS rows";
    }

    String carried(ColumnRule rule) {
        return "SELECT count(*) AS rows, count(*) FILTER (WHERE " + merge.isUntouched(rule) + ") AS same\nFROM "
                + merge.joinBackup("", quote(source));
    }

    String seeded(List<Constraint> referencedBy) {
        return merge.isJoined() && merge.mayBeByMigration()
                ? PostgresRows.rowsAndSample(
                        "FROM " + quote(source) + " c JOIN (" + new PostgresSeeds(merge, referencedBy).query()
                                + ") v ON v.t = c.tableoid AND v.r = c.ctid",
                        merge.keyNames())
                : NONE;
    }

    List<String> removeSeeded(List<Constraint> referencedBy, String backupSchema) {
        if (!merge.isJoined() || !merge.mayBeByMigration()) {
            return List.of();
        }
        String delete = "WITH gone AS (\nDELETE FROM " + quote(source) + " c USING (\n"
                + new PostgresSeeds(merge, referencedBy).query()
                + "\n) v\nWHERE v.t = c.tableoid AND v.r = c.ctid\nRETURNING " + literal(SEEDED) + " AS reason, "
                + PostgresRows.keyText(merge.keyNames())
                + " AS row_key, to_jsonb(c.*) AS row_data\n)\n"
                + PostgresRows.quarantine(backupSchema, merge.merge().table().id(), "gone");
        return PostgresTriggersOff.around(List.of(source), List.of(delete));
    }

    List<String> restoreValues(String backupSchema) {
        List<ColumnRule> rules = merge.rules().stream()
                .filter(r -> r.rewritten() && r.saved() && isSame(r))
                .toList();
        if (!isComparable(rules) || !merge.mayBeByMigration()) {
            return List.of();
        }
        String rows = changedRows(rules, merge.byMigration());
        String set = rules.stream()
                .map(r -> quote(PostgresMerge.current(r).name()) + " = " + merge.backupValue(r))
                .collect(Collectors.joining(", "));
        String update = "WITH present AS (\nSELECT "
                + literal("rewritten by the migration; the backup's values are back")
                + " AS reason, " + PostgresRows.keyText(merge.keyNames()) + " AS row_key, to_jsonb(c.*) AS row_data\n"
                + rows
                + "\n), aside AS (\n"
                + PostgresRows.quarantine(backupSchema, merge.merge().table().id(), "present")
                + "\n)\nUPDATE " + quote(source) + " c SET " + set + "\nFROM " + merge.backup() + " b\nWHERE "
                + merge.onBackup() + " AND " + merge.byMigration() + " AND " + isDifferent(rules);
        return PostgresTriggersOff.around(List.of(source), List.of(update));
    }

    private List<ColumnRule> surviving() {
        return merge.rules().stream().filter(r -> r.saved() && isSame(r)).toList();
    }

    private static boolean isSame(ColumnRule rule) {
        return rule.current() != null && rule.current().sameValues(rule.target());
    }

    private boolean isComparable(List<ColumnRule> rules) {
        return merge.isJoined() && !rules.isEmpty();
    }

    private String changedRows(List<ColumnRule> rules, String condition) {
        return "FROM " + merge.joinBackup("", quote(source)) + "\nWHERE " + condition + " AND " + isDifferent(rules);
    }

    private String isDifferent(List<ColumnRule> rules) {
        return rules.stream().map(merge::isChanged).collect(Collectors.joining("\n   OR ", "(", ")"));
    }
}
