// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Statements about saved rows that the migration deleted: known by the keys that it had left in place. */
final class PostgresDeleted {
    private PostgresDeleted() {}

    static List<String> survivors(RowMerge merge, Relation keys) {
        String names =
                merge.key().stream().map(k -> column("b", k.old().name())).collect(Collectors.joining(", "));
        return List.of(
                "CREATE TABLE " + quote(keys) + " AS SELECT DISTINCT " + names + "\nFROM "
                        + new PostgresMerge(merge).joinBackup("", quote(merge.source())),
                "ANALYZE " + quote(keys));
    }

    static List<String> restore(RowMerge merge, Relation survivors) {
        List<Column> columns = merge.rules().stream()
                .filter(ColumnRule::saved)
                .map(ColumnRule::target)
                .toList();
        String values = columns.stream()
                .map(c -> PostgresRows.unstored(column("b", c.name()), c))
                .collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + quote(merge.target()) + " ("
                + PostgresRows.names(columns.stream().map(Column::name).toList())
                + ")\nOVERRIDING SYSTEM VALUE\nSELECT " + values + from(merge, survivors);
        return List.of(insert);
    }

    static String count(RowMerge merge, Relation survivors) {
        return "SELECT count(*) AS rows, '' AS sample" + from(merge, survivors);
    }

    private static String from(RowMerge merge, Relation survivors) {
        String left = merge.key().stream()
                .map(k -> column("s", k.old().name()) + " = "
                        + column("b", k.old().name()))
                .collect(Collectors.joining(" AND "));
        Relation saved = Objects.requireNonNull(merge.saved(), "saved");
        return "\nFROM " + quote(saved) + " b\nWHERE NOT EXISTS (SELECT FROM " + quote(survivors) + " s WHERE " + left
                + ")"
                + "\n  AND NOT EXISTS (SELECT FROM " + quote(merge.source()) + " c WHERE "
                + new PostgresMerge(merge).onKey() + ")";
    }
}
