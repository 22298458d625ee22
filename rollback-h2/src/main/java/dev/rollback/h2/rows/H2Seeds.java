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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that the migration inserted, that the backup does not have and that no other row needs, by their places. Trees take a
 * recursive query, which the server takes before all others alone, and repeats wherever it is not the first that is read.
 */
final class H2Seeds {
    private final RowMerge of;
    private final H2Merge merge;
    private final String source;
    private final List<Referrer> fromOthers = new ArrayList<>();
    private final List<Constraint> fromItself = new ArrayList<>();

    /**
     * Rows of another table that point here.
     *
     * @param leaving those of them that leave too; null when every row counts
     */
    private record Referrer(Constraint key, @Nullable H2Seeds leaving) {
        String relation() {
            return quote(Relation.of(key.table()));
        }
    }

    H2Seeds(RowMerge of, List<RowReference> referencedBy) {
        this.of = of;
        this.merge = new H2Merge(of);
        this.source = quote(of.source());
        for (RowReference reference : referencedBy) {
            RowMerge leaving = reference.leaving();
            if (Relation.of(reference.key().table()).equals(of.source())) {
                fromItself.add(reference.key());
            } else {
                fromOthers.add(new Referrer(
                        reference.key(), leaving == null ? null : new H2Seeds(leaving, reference.above())));
            }
        }
    }

    /** The foreign keys by which rows of the table point to each other. */
    List<Constraint> fromItself() {
        return fromItself;
    }

    /** A query of {@code r}. */
    String query() {
        if (!isRecursive()) {
            return inserted() + needs().map(n -> "\n  AND NOT " + n).collect(Collectors.joining());
        }
        List<String> definitions = new ArrayList<>();
        String leaving = define(definitions);
        return "WITH RECURSIVE " + String.join(",\n", definitions) + "\nSELECT l.r FROM " + leaving + " l";
    }

    private boolean isRecursive() {
        return !fromItself.isEmpty() || fromOthers.stream().anyMatch(H2Seeds::isRecursive);
    }

    private static boolean isRecursive(Referrer referrer) {
        return referrer.leaving() != null && referrer.leaving().isRecursive();
    }

    private String inserted() {
        return "SELECT c._ROWID_ AS r\n" + fromInserted();
    }

    private String fromInserted() {
        return "FROM " + merge.joinBackup("LEFT", source) + "\nWHERE (" + of.byMigration() + ")\n  AND NOT ("
                + merge.present() + ")";
    }

    /** Conditions for a row c that another one keeps, as far as a condition can tell. */
    private Stream<String> needs() {
        return Stream.concat(
                fromOthers.stream().filter(r -> !isRecursive(r)).map(H2Seeds::isNeeded),
                fromItself.stream().map(fk -> isNeeded(fk, inserted())));
    }

    private static String isNeeded(Referrer referrer) {
        H2Seeds leaving = referrer.leaving();
        return leaving == null
                ? H2Rows.exists(Relation.of(referrer.key().table()), "x", H2Rows.pointsTo(referrer.key(), "x", "c"))
                : isNeeded(referrer.key(), leaving.query());
    }

    private static String isNeeded(Constraint fk, String leaving) {
        return H2Rows.exists(
                Relation.of(fk.table()),
                "x",
                H2Rows.pointsTo(fk, "x", "c") + " AND x._ROWID_ NOT IN (" + leaving + ")");
    }

    /** Adds what is asked for by name, and returns the name of the rows that leave. */
    private String define(List<String> definitions) {
        List<String> kept = new ArrayList<>();
        for (Referrer referrer : fromOthers) {
            if (isRecursive(referrer)) {
                kept.add(kept(
                        referrer, Objects.requireNonNull(referrer.leaving()).define(definitions)));
            }
        }
        String needed = "needed" + definitions.size();
        String leaving = "leaving" + definitions.size();
        if (fromItself.isEmpty()) {
            definitions.add(leaving + " (r) AS (\n" + inserted()
                    + needs().map(n -> "\n  AND NOT " + n).collect(Collectors.joining())
                    + kept.stream().map(k -> "\nEXCEPT\n" + k).collect(Collectors.joining()) + "\n)");
            return leaving;
        }
        String above = above();
        String found = "SELECT c._ROWID_, ARRAY[c._ROWID_]\n" + fromInserted() + "\n  AND ("
                + needs().collect(Collectors.joining("\n    OR ")) + ")"
                + kept.stream()
                        .map(k -> "\nUNION ALL\nSELECT k.r, ARRAY[k.r] FROM (" + k + ") k")
                        .collect(Collectors.joining());
        String keys = IntStream.range(0, fromItself.size())
                .mapToObj(n -> "(" + n + ")")
                .collect(Collectors.joining(", "));
        definitions.add("""
                %s (r, path) AS (
                %s
                UNION ALL
                SELECT %s, ARRAY_APPEND(n.path, %s)
                FROM %s n CROSS JOIN (VALUES %s) f (n)
                WHERE NOT ARRAY_CONTAINS(n.path, %s)
                )""".formatted(needed, found, above, above, needed, keys, above));
        definitions.add(leaving + " (r) AS (\n" + inserted() + "\nEXCEPT\nSELECT n.r FROM " + needed + " n\n)");
        return leaving;
    }

    /** A query of the rows to which others point that do not leave. */
    private String kept(Referrer referrer, String leaving) {
        String points = H2Rows.pointsTo(referrer.key(), "x", "c");
        return "SELECT y.r FROM (SELECT c._ROWID_ AS r, x._ROWID_ AS x FROM " + source + " c JOIN "
                + referrer.relation() + " x ON " + points + "\nWHERE c._ROWID_ IN (" + inserted()
                + ")\nEXCEPT\nSELECT c._ROWID_, x._ROWID_ FROM " + leaving + " l LEFT JOIN " + referrer.relation()
                + " x ON x._ROWID_ = l.r LEFT JOIN " + source + " c ON " + points + ") y";
    }

    /** The row that row n points to by foreign key f; row n itself for none. The path tells where it goes round in a circle. */
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
}
