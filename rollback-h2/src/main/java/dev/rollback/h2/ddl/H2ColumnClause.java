// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.ddl;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.h2.catalog.H2Columns;
import dev.rollback.model.Column;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import java.util.List;
import java.util.Objects;

/** A column as a clause of CREATE TABLE, and what redefines one. */
final class H2ColumnClause {
    private H2ColumnClause() {}

    /** Without default and identity, which may need what is made later. */
    static String of(Column column) {
        StringBuilder clause = new StringBuilder(quote(column.name()) + " " + H2Columns.declaredType(column));
        if (H2Columns.isInvisible(column)) {
            clause.append(" INVISIBLE");
        }
        if (column.generated() != null) {
            clause.append(" GENERATED ALWAYS AS (").append(column.generated()).append(')');
        }
        if (!H2Columns.onUpdate(column).isEmpty()) {
            clause.append(" ON UPDATE ").append(H2Columns.onUpdate(column));
        }
        if (H2Columns.isDefaultOnNull(column)) {
            clause.append(" DEFAULT ON NULL");
        }
        return clause + (column.nullable() ? "" : " NOT NULL");
    }

    /** Makes the identity columns of a table, and hides them again where they were hidden. */
    static List<String> identities(Table table, List<Sequence> sequences) {
        return sequences.stream().flatMap(s -> identity(table, s).stream()).toList();
    }

    static List<String> identity(Table table, Sequence sequence) {
        Column column = table.column(Objects.requireNonNull(sequence.column())).orElseThrow();
        String alter = "ALTER TABLE " + quote(table.id()) + " ALTER COLUMN " + quote(column.name());
        String make = alter + " " + H2Columns.declaredType(column) + " GENERATED " + column.identity() + " AS IDENTITY("
                + sequence.options() + ")";
        return H2Columns.isInvisible(column) ? List.of(make, alter + " SET INVISIBLE") : List.of(make);
    }
}
