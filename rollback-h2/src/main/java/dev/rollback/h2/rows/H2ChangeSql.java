// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.dialect.RowSql.SEEDED;
import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements about rows that differ from the backup: which the migration itself rewrote or inserted, and undoing that. */
final class H2ChangeSql {
    private static final String REWRITTEN = "rewritten by the migration; the backup's values are back";

    private final RowMerge of;
    private final H2Merge merge;
    private final Relation source;

    H2ChangeSql(RowMerge merge) {
        this.of = merge;
        this.merge = new H2Merge(merge);
        this.source = merge.source();
    }

    String rewritten() {
        return of.surviving().isEmpty() || !of.mayBeByMigration()
                ? H2Rows.NONE
                : H2Rows.rowsAndSample(changedRows(of.surviving(), byMigration()), of.liveKey());
    }

    String changed() {
        return of.surviving().isEmpty()
                ? "SELECT 0 AS \"rows\""
                : "SELECT COUNT(*) AS \"rows\"\n" + changedRows(of.surviving(), "TRUE");
    }

    String carried(ColumnRule rule) {
        return "SELECT COUNT(*) AS \"rows\", COALESCE(SUM(CASE WHEN " + merge.isUntouched(rule)
                + " THEN 1 ELSE 0 END), 0) AS \"same\"\nFROM " + merge.joinBackup("", quote(source));
    }

    String seeded(List<RowReference> referencedBy) {
        return !of.isJoined() || !of.mayBeByMigration()
                ? H2Rows.NONE
                : H2Rows.rowsAndSample(
                        "FROM (" + new H2Seeds(of, referencedBy).query() + ") v LEFT JOIN " + quote(source)
                                + " c ON c._ROWID_ = v.r", // the query is repeated where it does not come first
                        of.liveKey());
    }

    List<String> removeSeeded(List<RowReference> referencedBy, String backupSchema) {
        if (!of.isJoined() || !of.mayBeByMigration()) {
            return List.of();
        }
        String seeds = quote("rollback seeds");
        String found = "FROM " + quote(source) + " c JOIN " + seeds + " v ON v.r = c._ROWID_";
        List<String> statements = new ArrayList<>();
        String places = "SELECT v.r FROM " + seeds + " v";
        H2Seeds query = new H2Seeds(of, referencedBy);
        statements.add(H2Rows.remember(seeds, "r BIGINT PRIMARY KEY", query.query()));
        statements.add(H2Rows.quarantine(
                backupSchema,
                of.table().id(),
                literal(SEEDED),
                H2Rows.keyText("c", of.liveKey()),
                H2Rows.rowData("c", of.liveColumns()),
                found));
        if (of.target().equals(source)) {
            query.fromItself().forEach(fk -> statements.add(H2Rows.untie(fk, of.liveColumns(), places)));
            statements.add("DELETE FROM " + quote(source) + " WHERE _ROWID_ IN (" + places + ")");
        } else {
            statements.addAll(removeCopies(found));
        }
        return statements;
    }

    /** The new table has no keys yet: it is read once, and each row is looked up among the keys that go. */
    private List<String> removeCopies(String found) {
        String keys = quote("rollback keys");
        List<String> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (KeyPair pair : of.key()) {
            String name = "k" + names.size();
            names.add(name);
            columns.add(name + " " + pair.old().type());
            values.add(H2Conversions.guarded(column("c", pair.current().name()), pair.current(), pair.old()));
            same.add(H2Rows.keyEquals("v." + name, column("t", pair.old().name()), pair.old()));
        }
        columns.add("UNIQUE (" + String.join(", ", names) + ")");
        return List.of(
                H2Rows.remember(
                        keys,
                        String.join(", ", columns),
                        "SELECT DISTINCT " + String.join(", ", values) + "\n" + found),
                "DELETE FROM " + quote(of.target()) + " t WHERE EXISTS (SELECT 1 FROM " + keys + " v WHERE "
                        + H2Rows.and(same) + ")");
    }

    List<String> restoreValues(String backupSchema) {
        List<ColumnRule> rules = of.rewritten().stream()
                .filter(r -> H2PutBack.isSettable(r.live()))
                .toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        Map<String, Column> values = new LinkedHashMap<>();
        rules.forEach(r -> values.put(r.live().name(), r.target()));
        return new H2PutBack(source, of.table().id(), values, of.liveColumns(), of.liveKey())
                .statements(literal(REWRITTEN), changedRows(rules, byMigration()), backupSchema);
    }

    private String byMigration() {
        return "(" + of.byMigration() + ")";
    }

    private String changedRows(List<ColumnRule> rules, String condition) {
        return "FROM " + merge.joinBackup("", quote(source)) + "\nWHERE " + condition + " AND "
                + rules.stream().map(merge::isChanged).collect(Collectors.joining("\n   OR ", "(", ")"));
    }
}
