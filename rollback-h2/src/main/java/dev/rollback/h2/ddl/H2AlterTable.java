// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.ddl;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.h2.catalog.H2Columns;
import dev.rollback.model.Column;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Alters a table in place. Each statement is true to what is there after the one before, so that a run can go on anywhere. */
final class H2AlterTable {
    private final Table snapshot;
    private final List<Sequence> sequences;
    private final List<String> statements = new ArrayList<>();

    private H2AlterTable(Table snapshot, List<Sequence> sequences) {
        this.snapshot = snapshot;
        this.sequences = sequences;
    }

    static List<String> statements(Table live, Table snapshot, List<Sequence> sequences) {
        return new H2AlterTable(snapshot, sequences).statements(live);
    }

    private List<String> statements(Table live) {
        for (Column column : live.columns()) {
            if (snapshot.column(column.name()).isEmpty()) {
                statements.add("ALTER TABLE " + quote(snapshot.id()) + " DROP COLUMN " + quote(column.name()));
            }
        }
        for (Column column : snapshot.columns()) {
            live.column(column.name()).ifPresent(now -> alter(now, column));
        }
        return statements;
    }

    private void alter(Column now, Column old) {
        if (!Objects.equals(now.identity(), old.identity())) {
            identity(now, old);
        }
        if (now.defaultValue() != null && !now.defaultValue().equals(old.defaultValue())) {
            change(old, "DROP DEFAULT");
        }
        if (!H2Columns.onUpdate(now).equals(H2Columns.onUpdate(old))) {
            String expression = H2Columns.onUpdate(old);
            change(old, expression.isEmpty() ? "DROP ON UPDATE" : "SET ON UPDATE " + expression);
        }
        if (H2Columns.isDefaultOnNull(now) != H2Columns.isDefaultOnNull(old)) {
            change(old, (H2Columns.isDefaultOnNull(old) ? "SET" : "DROP") + " DEFAULT ON NULL");
        }
        if (H2Columns.isInvisible(now) != H2Columns.isInvisible(old)) {
            change(old, H2Columns.isInvisible(old) ? "SET INVISIBLE" : "SET VISIBLE");
        }
        if (now.nullable() != old.nullable()) {
            change(old, old.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        }
    }

    private void identity(Column now, Column old) {
        if (old.identity() == null) {
            change(old, "DROP IDENTITY");
        } else if (now.identity() != null) {
            change(old, "SET GENERATED " + old.identity());
        } else {
            sequences.stream()
                    .filter(s -> old.name().equals(s.column()))
                    .forEach(s -> statements.addAll(H2ColumnClause.identity(snapshot, s)));
        }
    }

    private void change(Column column, String what) {
        statements.add("ALTER TABLE " + quote(snapshot.id()) + " ALTER COLUMN " + quote(column.name()) + " " + what);
    }
}
