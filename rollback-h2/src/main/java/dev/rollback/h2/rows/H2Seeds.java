// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds rows that the migration inserted, that the backup does not have and that no other row needs, by their places. */
final class H2Seeds {
    private final RowMerge of;
    private final H2Merge merge;
    private final String source;
    private final List<RowReference> fromOthers = new ArrayList<>();
    private final List<Constraint> fromItself = new ArrayList<>();

    H2Seeds(RowMerge of, List<RowReference> referencedBy) {
        this.of = of;
        this.merge = new H2Merge(of);
        this.source = quote(of.source());
        for (RowReference reference : referencedBy) {
            if (Relation.of(reference.key().table()).equals(of.source())) {
                fromItself.add(reference.key());
            } else {
                fromOthers.add(reference);
            }
        }
    }

    /** A query of {@code r}. */
    String query() {
        String inserted = "SELECT c._ROWID_ AS r" + inserted();
        List<String> needs = new ArrayList<>();
        fromOthers.forEach(r -> needs.add(isNeeded(r)));
        if (fromItself.isEmpty()) {
            return inserted + needs.stream().map(n -> "\n  AND NOT " + n).collect(Collectors.joining());
        }
        fromItself.forEach(fk -> needs.add(H2Rows.exists(
                of.source(), "x", H2Rows.pointsTo(fk, "x", "c") + " AND x._ROWID_ NOT IN (" + inserted + ")")));
        String above = above();
        // the server joins what is found so far in an order of its own, and goes round in circles
        return """
                WITH RECURSIVE needed (r, path) AS (
                SELECT c._ROWID_, ARRAY[c._ROWID_]%s
                  AND (%s)
                UNION ALL
                SELECT %s, ARRAY_APPEND(n.path, %s)
                FROM needed n CROSS JOIN (VALUES %s) f (n)
                WHERE NOT ARRAY_CONTAINS(n.path, %s)
                )
                %s
                EXCEPT
                SELECT n.r FROM needed n""".formatted(
                        inserted(),
                        String.join("\n    OR ", needs),
                        above,
                        above,
                        IntStream.range(0, fromItself.size())
                                .mapToObj(n -> "(" + n + ")")
                                .collect(Collectors.joining(", ")),
                        above,
                        inserted);
    }

    /** The foreign keys by which rows of the table point to each other. */
    List<Constraint> fromItself() {
        return fromItself;
    }

    private String inserted() {
        return "\nFROM " + merge.joinBackup("LEFT", source) + "\nWHERE (" + of.byMigration() + ")\n  AND NOT ("
                + merge.present() + ")";
    }

    /** The row that row n points to by foreign key f; row n itself for none. */
    private String above() {
        StringBuilder above = new StringBuilder("COALESCE(CASE f.n");
        for (int i = 0; i < fromItself.size(); i++) {
            Constraint fk = fromItself.get(i);
            List<String> equal = new ArrayList<>();
            for (int j = 0; j < fk.columns().size(); j++) {
                equal.add(column("c", fk.referencedColumns().get(j)) + " = (SELECT "
                        + column("m", fk.columns().get(j)) + " FROM " + source + " m WHERE m._ROWID_ = n.r)");
            }
            above.append(
                    " WHEN " + i + " THEN (SELECT c._ROWID_ FROM " + source + " c WHERE " + H2Rows.and(equal) + ")");
        }
        return above + " END, n.r)";
    }

    /** A condition for a row c that another one keeps. */
    private static String isNeeded(RowReference reference) {
        Constraint fk = reference.key();
        String points = H2Rows.pointsTo(fk, "x", "c");
        return H2Rows.exists(
                Relation.of(fk.table()),
                "x",
                reference.leaving() == null
                        ? points
                        : points + " AND x._ROWID_ NOT IN ("
                                + new H2Seeds(reference.leaving(), reference.above()).query() + ")");
    }
}
