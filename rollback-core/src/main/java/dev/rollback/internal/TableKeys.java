// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;

/** The keys by which the rows of a table are known. */
public final class TableKeys {
    private TableKeys() {}

    /**
     * The keys of a table by their columns: the primary key first, then unique ones whose columns are never null. None of the
     * columns is computed, as backups do not hold those.
     */
    public static List<List<String>> of(DatabaseModel model, Table table) {
        return unique(model, table).stream()
                .filter(columns -> columns.stream().noneMatch(c -> isNullable(table, c)))
                .toList();
    }

    /** Unique ones of which a column may be null: they tell rows apart only where none is. */
    public static List<List<String>> nullable(DatabaseModel model, Table table) {
        return unique(model, table).stream()
                .filter(columns -> columns.stream().anyMatch(c -> isNullable(table, c)))
                .toList();
    }

    /** By which rows may be looked up in a backup. */
    public static List<List<String>> lookups(DatabaseModel model, Table table) {
        List<List<String>> keys = new ArrayList<>(of(model, table));
        keys.addAll(nullable(model, table));
        return keys;
    }

    private static List<List<String>> unique(DatabaseModel model, Table table) {
        List<List<String>> keys = new ArrayList<>();
        for (ObjectKind kind : List.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY)) {
            model.partsOf(table.id()).stream()
                    .filter(o -> o.id().kind() == kind)
                    .map(o -> ((Constraint) o).columns())
                    .filter(columns -> isStored(table, columns))
                    .forEach(keys::add);
        }
        model.partsOf(table.id()).stream()
                .filter(o -> o instanceof Index i && i.unique() && i.valid())
                .map(o -> ((Index) o).columns())
                .filter(columns -> isStored(table, columns))
                .forEach(keys::add);
        return keys;
    }

    private static boolean isStored(Table table, List<String> columns) {
        return !columns.isEmpty()
                && columns.stream()
                        .allMatch(c ->
                                table.column(c).filter(x -> !x.isGenerated()).isPresent());
    }

    private static boolean isNullable(Table table, String column) {
        return table.column(column).orElseThrow().nullable();
    }
}
