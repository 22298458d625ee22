// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.dialect.RowSql.SEEDED;
import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Column;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements about rows that differ from the backup: which the migration itself rewrote or inserted, and undoing that. */
final class MysqlChangeSql {
    private static final String REWRITTEN = "rewritten by the migration; the backup's values are back";

    private final MysqlMerge merge;
    private final RowMerge of;
    private final Relation source;

    MysqlChangeSql(RowMerge merge) {
        this.merge = new MysqlMerge(merge);
        this.of = this.merge.merge();
        this.source = merge.source();
    }

    String rewritten() {
        return of.surviving().isEmpty() || !of.mayBeByMigration()
                ? MysqlRows.NONE
                : MysqlRows.rowsAndSample(changedRows(of.surviving(), byMigration()), of.liveKey());
    }

    String changed() {
        return of.surviving().isEmpty()
                ? "SELECT 0 AS `rows`"
                : "SELECT COUNT(*) AS `rows`\n" + changedRows(of.surviving(), "true");
    }

    String carried(ColumnRule rule) {
        return "SELECT COUNT(*) AS `rows`, COALESCE(SUM(CASE WHEN " + merge.isUntouched(merge.resolved(rule))
                + " THEN 1 ELSE 0 END), 0) AS same\nFROM " + merge.joinBackup("", quote(source));
    }

    String seeded(List<RowReference> referencedBy) {
        if (!of.isJoined() || !of.mayBeByMigration()) {
            return MysqlRows.NONE;
        }
        MysqlSeeds seeds = new MysqlSeeds(merge, referencedBy);
        return MysqlRows.rowsAndSample(
                "FROM " + quote(source) + " c JOIN (" + seeds.query() + ") v ON " + seeds.join(), of.liveKey());
    }

    List<String> removeSeeded(List<RowReference> referencedBy, String backupSchema) {
        if (!of.isJoined() || !of.mayBeByMigration()) {
            return List.of();
        }
        MysqlSeeds seeds = new MysqlSeeds(merge, referencedBy);
        MysqlAside aside = new MysqlAside(backupSchema, "rollback_seeds").remember(seeds.query());
        String found = "FROM " + quote(source) + " c JOIN " + aside.rows() + " v ON " + seeds.join();
        Relation target = of.target();
        String gone = target.equals(source)
                ? "DELETE c " + found
                : "DELETE t FROM " + quote(target) + " t JOIN " + aside.rows() + " v ON " + seeds.joinTarget();
        return aside.run(setAside(backupSchema, SEEDED, found))
                .unchecked(List.of(gone))
                .forget();
    }

    List<String> restoreValues(String backupSchema) {
        List<ColumnRule> rules = of.rewritten();
        if (rules.isEmpty()) {
            return List.of();
        }
        String set = Stream.concat(
                        rules.stream()
                                .map(r -> column("c", r.live().name()) + " = "
                                        + column("b", r.target().name())),
                        stamps(rules))
                .collect(Collectors.joining(", "));
        return List.of(
                setAside(backupSchema, REWRITTEN, changedRows(rules, byMigration())),
                "UPDATE " + merge.joinBackup("", quote(source)) + "\nSET " + set + "\nWHERE " + byMigration() + " AND "
                        + isDifferent(rules));
    }

    /** Times of the last change would be set by the update itself. */
    private Stream<String> stamps(List<ColumnRule> updated) {
        return of.liveColumns().stream()
                .filter(c -> c.attributes().toUpperCase(java.util.Locale.ROOT).contains("ON UPDATE"))
                .filter(c -> updated.stream().noneMatch(r -> r.live().equals(c)))
                .map(Column::name)
                .map(n -> column("c", n) + " = " + column("c", n));
    }

    private String setAside(String backupSchema, String reason, String from) {
        return MysqlRows.quarantine(
                backupSchema,
                of.table().id(),
                literal(reason),
                MysqlRows.keyText("c", of.liveKey()),
                MysqlRows.rowData("c", of.liveColumns()),
                from);
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
