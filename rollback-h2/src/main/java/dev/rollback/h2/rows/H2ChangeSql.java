// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Statements about rows that differ from the backup, and about saved rows that the migration deleted. */
final class H2ChangeSql {
    private final RowMerge of;
    private final H2Merge merge;

    H2ChangeSql(RowMerge merge) {
        this.of = merge;
        this.merge = new H2Merge(merge);
    }

    String changed() {
        List<ColumnRule> surviving = of.surviving();
        if (surviving.isEmpty()) {
            return "SELECT 0 AS \"rows\"";
        }
        return "SELECT COUNT(*) AS \"rows\"\nFROM " + merge.joinBackup("", quote(of.source())) + "\nWHERE "
                + surviving.stream().map(merge::isChanged).collect(Collectors.joining("\n   OR "));
    }

    String carried(ColumnRule rule) {
        return "SELECT COUNT(*) AS \"rows\", COALESCE(SUM(CASE WHEN " + merge.isUntouched(rule)
                + " THEN 1 ELSE 0 END), 0) AS \"same\"\nFROM " + merge.joinBackup("", quote(of.source()));
    }

    List<String> survivors(Relation keys) {
        return List.of("CREATE TABLE " + quote(keys) + " AS " + present());
    }

    /** Old keys of the rows that are in the live table. */
    private String present() {
        return "SELECT DISTINCT "
                + of.key().stream().map(k -> H2Rows.column("b", k.old().name())).collect(Collectors.joining(", "))
                + "\nFROM " + merge.joinBackup("", quote(of.source()));
    }

    List<String> restoreDeleted(Relation survivors) {
        List<String> columns = of.rules().stream()
                .filter(ColumnRule::saved)
                .map(r -> r.target().name())
                .toList();
        return List.of("INSERT INTO " + quote(of.target()) + " (" + H2Rows.names(columns)
                + ")\nOVERRIDING SYSTEM VALUE\nSELECT "
                + columns.stream().map(c -> H2Rows.column("b", c)).collect(Collectors.joining(", "))
                + deleted(survivors));
    }

    String deletedByMigration(Relation survivors) {
        return "SELECT COUNT(*) AS \"rows\", '' AS \"sample\"" + deleted(survivors);
    }

    private String deleted(Relation survivors) {
        Relation saved = Objects.requireNonNull(of.saved(), "saved");
        return "\nFROM " + quote(saved) + " b\nWHERE NOT EXISTS (SELECT 1 FROM " + quote(survivors) + " s WHERE "
                + sameKey("s") + ")\n  AND NOT EXISTS (SELECT 1 FROM (" + present()
                + ") l WHERE " + sameKey("l") + ")";
    }

    private String sameKey(String alias) {
        return H2Rows.and(of.key().stream().map(k -> keyEquals(alias, k.old())).toList());
    }

    private static String keyEquals(String alias, Column key) {
        return H2Rows.keyEquals(H2Rows.column(alias, key.name()), H2Rows.column("b", key.name()), key);
    }
}
