// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Statements about saved rows that the migration deleted: known by the keys that it had left in place. */
final class MysqlDeleted {
    private MysqlDeleted() {}

    static List<String> survivors(RowMerge merge, Relation keys) {
        String indexed = merge.key().stream().allMatch(k -> MysqlKeys.canBeIndexed(k.old()))
                ? " (INDEX ("
                        + MysqlRows.names(
                                merge.key().stream().map(k -> k.old().name()).toList()) + "))"
                : "";
        return List.of("CREATE TABLE " + quote(keys) + indexed + " AS " + present(merge));
    }

    /** Old keys of the rows that are in the live table. */
    private static String present(RowMerge merge) {
        return "SELECT DISTINCT " + names(merge, "b") + "\nFROM "
                + new MysqlMerge(merge).joinBackup("", quote(merge.source()));
    }

    static List<String> restore(RowMerge merge, Relation survivors) {
        List<String> columns = merge.rules().stream()
                .filter(ColumnRule::saved)
                .map(r -> r.target().name())
                .toList();
        String values = columns.stream().map(c -> column("b", c)).collect(Collectors.joining(", "));
        return List.of("INSERT INTO " + quote(merge.target()) + " (" + MysqlRows.names(columns) + ")\nSELECT " + values
                + from(merge, survivors));
    }

    static String count(RowMerge merge, Relation survivors) {
        return "SELECT COUNT(*) AS `rows`, '' AS sample" + from(merge, survivors);
    }

    private static String from(RowMerge merge, Relation survivors) {
        Relation saved = Objects.requireNonNull(merge.saved(), "saved");
        return "\nFROM " + quote(saved) + " b\nWHERE NOT EXISTS (SELECT 1 FROM " + quote(survivors) + " s WHERE "
                + sameKey(merge, "s") + ")\n  AND NOT EXISTS (SELECT 1 FROM ("
                + present(merge).replace("\n", "\n    ") + ") l WHERE " + sameKey(merge, "l") + ")";
    }

    private static String sameKey(RowMerge merge, String alias) {
        return merge.key().stream()
                .map(k -> MysqlRows.keyEquals(
                        column(alias, k.old().name()), column("b", k.old().name()), k.old()))
                .collect(Collectors.joining(" AND "));
    }

    private static String names(RowMerge merge, String alias) {
        return merge.key().stream().map(k -> column(alias, k.old().name())).collect(Collectors.joining(", "));
    }
}
