// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.dialect.RowSql.SEEDED;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import java.util.List;
import java.util.stream.Collectors;

/** Statements about rows that differ from the backup: which the migration itself rewrote or inserted, and undoing that. */
final class PostgresChangeSql {
    private static final String NONE = "SELECT 0::bigint AS rows, '' AS sample";

    private final PostgresMerge merge;
    private final RowMerge of;
    private final Relation source;

    PostgresChangeSql(RowMerge merge) {
        this.merge = new PostgresMerge(merge);
        this.of = merge;
        this.source = merge.source();
    }

    String rewritten() {
        return of.surviving().isEmpty() || !of.mayBeByMigration()
                ? NONE
                : PostgresRows.rowsAndSample(changedRows(of.surviving(), byMigration()), merge.keyNames());
    }

    String changed() {
        return of.surviving().isEmpty()
                ? "SELECT 0::bigint AS rows"
                : "SELECT count(*) AS rows\n" + changedRows(of.surviving(), "true");
    }

    String carried(ColumnRule rule) {
        return "SELECT count(*) AS rows, count(*) FILTER (WHERE " + merge.isUntouched(rule) + ") AS same\nFROM "
                + merge.joinBackup("", quote(source));
    }

    String seeded(List<RowReference> referencedBy) {
        return of.isJoined() && of.mayBeByMigration()
                ? PostgresRows.rowsAndSample(
                        "FROM " + quote(source) + " c JOIN (" + new PostgresSeeds(merge, referencedBy).query()
                                + ") v ON v.t = c.tableoid AND v.r = c.ctid",
                        merge.keyNames())
                : NONE;
    }

    List<String> removeSeeded(List<RowReference> referencedBy, String backupSchema) {
        if (!of.isJoined() || !of.mayBeByMigration()) {
            return List.of();
        }
        String delete = "WITH gone AS (\nDELETE FROM " + quote(source) + " c USING (\n"
                + new PostgresSeeds(merge, referencedBy).query()
                + "\n) v\nWHERE v.t = c.tableoid AND v.r = c.ctid\nRETURNING " + literal(SEEDED) + " AS reason, "
                + PostgresRows.keyText(merge.keyNames())
                + " AS row_key, to_jsonb(c.*) AS row_data\n)\n"
                + PostgresRows.quarantine(backupSchema, of.table().id(), "gone");
        return PostgresTriggersOff.around(List.of(source), List.of(delete));
    }

    List<String> restoreValues(String backupSchema) {
        List<ColumnRule> rules = of.rewritten();
        if (rules.isEmpty()) {
            return List.of();
        }
        String rows = changedRows(rules, byMigration());
        String set = rules.stream()
                .map(r -> quote(r.live().name()) + " = " + merge.backupValue(r))
                .collect(Collectors.joining(", "));
        String update = "WITH present AS (\nSELECT "
                + literal("rewritten by the migration; the backup's values are back")
                + " AS reason, " + PostgresRows.keyText(merge.keyNames()) + " AS row_key, to_jsonb(c.*) AS row_data\n"
                + rows
                + "\n), aside AS (\n"
                + PostgresRows.quarantine(backupSchema, of.table().id(), "present")
                + "\n)\nUPDATE " + quote(source) + " c SET " + set + "\nFROM " + merge.backup() + " b\nWHERE "
                + merge.onBackup() + " AND " + byMigration() + " AND " + isDifferent(rules);
        return PostgresTriggersOff.around(List.of(source), List.of(update));
    }

    private String byMigration() {
        return "(" + of.byMigration() + ")";
    }

    private String changedRows(List<ColumnRule> rules, String condition) {
        return "FROM " + merge.joinBackup("", quote(source)) + "\nWHERE " + condition + " AND " + isDifferent(rules);
    }

    private String isDifferent(List<ColumnRule> rules) {
        return rules.stream().map(merge::isChanged).collect(Collectors.joining("\n   OR ", "(", ")"));
    }
}
