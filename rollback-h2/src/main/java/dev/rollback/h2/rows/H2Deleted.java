// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Statements about saved rows that the migration deleted: known by the keys that it had left in place. */
final class H2Deleted {
    private H2Deleted() {}

    static List<String> survivors(RowMerge merge, Relation keys) {
        String create = "CREATE TABLE " + quote(keys) + " AS " + present(merge);
        List<String> names = merge.key().stream().map(k -> k.old().name()).toList();
        return merge.key().stream().allMatch(k -> H2ValueType.of(k.old()).isIndexable())
                ? List.of(create, "CREATE INDEX ON " + quote(keys) + " (" + H2Rows.names(names) + ")")
                : List.of(create);
    }

    /** Old keys of the rows that are in the live table. */
    private static String present(RowMerge merge) {
        return "SELECT DISTINCT "
                + merge.key().stream().map(k -> column("b", k.old().name())).collect(Collectors.joining(", "))
                + "\nFROM " + new H2Merge(merge).joinBackup("", quote(merge.source()));
    }

    static List<String> restore(RowMerge merge, Relation survivors) {
        List<String> columns = merge.rules().stream()
                .filter(ColumnRule::saved)
                .map(r -> r.target().name())
                .toList();
        return List.of("INSERT INTO " + quote(merge.target()) + " (" + H2Rows.names(columns)
                + ")\nOVERRIDING SYSTEM VALUE\nSELECT "
                + columns.stream().map(c -> column("b", c)).collect(Collectors.joining(", "))
                + from(merge, survivors));
    }

    static String count(RowMerge merge, Relation survivors) {
        return "SELECT COUNT(*) AS \"rows\", '' AS \"sample\"" + from(merge, survivors);
    }

    private static String from(RowMerge merge, Relation survivors) {
        Relation saved = Objects.requireNonNull(merge.saved(), "saved");
        return "\nFROM " + quote(saved) + " b\nWHERE NOT EXISTS (SELECT 1 FROM " + quote(survivors) + " s WHERE "
                + sameKey(merge, "s") + ")\n  AND NOT EXISTS (SELECT 1 FROM (" + present(merge)
                + ") l WHERE " + sameKey(merge, "l") + ")";
    }

    private static String sameKey(RowMerge merge, String alias) {
        return H2Rows.and(
                merge.key().stream().map(k -> keyEquals(alias, k.old())).toList());
    }

    private static String keyEquals(String alias, Column key) {
        return H2Rows.keyEquals(column(alias, key.name()), column("b", key.name()), key);
    }
}
