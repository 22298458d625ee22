// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds rows that the migration inserted, that the backup does not have and that no other row needs. */
final class PostgresSeeds {
    private final PostgresMerge merge;
    private final Relation source;
    private final List<RowReference> fromOthers = new ArrayList<>();
    private final List<Constraint> fromItself = new ArrayList<>();

    PostgresSeeds(PostgresMerge merge, List<RowReference> referencedBy) {
        this.merge = merge;
        this.source = merge.merge().source();
        for (RowReference reference : referencedBy) {
            if (Relation.of(reference.key().table()).equals(source)) {
                fromItself.add(reference.key());
            } else {
                fromOthers.add(reference);
            }
        }
    }

    /** A query of {@code t, r}: the table and place of each. */
    String query() {
        String inserted = "FROM " + quote(source) + " c\nWHERE ("
                + merge.merge().byMigration() + ")\n  AND NOT EXISTS (SELECT FROM "
                + quote(Objects.requireNonNull(merge.merge().saved())) + " b WHERE " + merge.onKey() + ")";
        if (fromItself.isEmpty()) {
            StringBuilder unneeded = new StringBuilder();
            fromOthers.forEach(r -> unneeded.append("\n  AND NOT ").append(isNeeded(r, "c.")));
            return "SELECT c.tableoid AS t, c.ctid AS r\n" + inserted + unneeded;
        }
        List<String> needs = new ArrayList<>();
        List<String> above = new ArrayList<>();
        fromOthers.forEach(r -> needs.add(isNeeded(r, "(s.w).")));
        for (Constraint fk : fromItself) {
            needs.add("EXISTS (SELECT FROM " + quote(source) + " x WHERE " + pointsTo(fk, "x.", "(s.w).")
                    + " AND NOT EXISTS (SELECT FROM seed z WHERE z.t = x.tableoid AND z.r = x.ctid))");
            above.add("(" + pointsTo(fk, "(m.w).", "(s.w).") + ")");
        }
        return """
                WITH RECURSIVE seed AS MATERIALIZED (
                SELECT c.tableoid AS t, c.ctid AS r, ROW(c.*)::%s AS w
                %s
                ), needed (t, r) AS (
                SELECT s.t, s.r FROM seed s WHERE %s
                UNION
                SELECT s.t, s.r FROM needed n JOIN seed m ON m.t = n.t AND m.r = n.r JOIN seed s ON %s
                )
                SELECT t, r FROM seed EXCEPT SELECT t, r FROM needed""".formatted(quote(source), inserted, String.join(" OR ", needs), String.join(" OR ", above));
    }

    /** A condition for a row that another one keeps. */
    private static String isNeeded(RowReference reference, String parent) {
        Constraint fk = reference.key();
        String stays = reference.leaving() == null
                ? ""
                : " AND (x.tableoid, x.ctid) NOT IN (\n"
                        + new PostgresSeeds(new PostgresMerge(reference.leaving()), reference.above()).query() + "\n)";
        return "EXISTS (SELECT FROM " + quote(fk.table()) + " x WHERE " + pointsTo(fk, "x.", parent) + stays + ")";
    }

    /** A condition for a row that points to another by a foreign key. */
    private static String pointsTo(Constraint fk, String child, String parent) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            equal.add(child + quote(fk.columns().get(i)) + " = " + parent
                    + quote(fk.referencedColumns().get(i)));
        }
        return PostgresRows.and(equal);
    }
}
