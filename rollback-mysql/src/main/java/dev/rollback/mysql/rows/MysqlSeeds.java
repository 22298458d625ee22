// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds rows that the migration inserted, that the backup does not have and that no other row needs. */
final class MysqlSeeds {
    private final MysqlMerge merge;
    private final Relation source;
    private final List<RowReference> fromOthers = new ArrayList<>();
    private final List<Constraint> fromItself = new ArrayList<>();

    MysqlSeeds(MysqlMerge merge, List<RowReference> referencedBy) {
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

    /** A query of the keys of these rows, under their live names. */
    String query() {
        String inserted = "FROM " + merge.joinBackup("LEFT", quote(source)) + "\nWHERE " + "("
                + merge.merge().byMigration() + ")" + "\n  AND NOT (" + merge.present() + ")";
        String key =
                merge.merge().liveKey().stream().map(k -> column("c", k.name())).collect(Collectors.joining(", "));
        if (fromItself.isEmpty()) {
            String needed = fromOthers.stream()
                    .map(r -> "\n  AND NOT " + isNeeded(r, "c"))
                    .collect(Collectors.joining());
            return "SELECT " + key + "\n" + inserted + needed;
        }
        List<String> needs = new ArrayList<>();
        fromOthers.forEach(r -> needs.add(isNeeded(r, "s")));
        List<String> above = new ArrayList<>();
        for (Constraint fk : fromItself) {
            needs.add("EXISTS (SELECT 1 FROM " + quote(source) + " x WHERE " + MysqlRows.pointsTo(fk, "x", "s")
                    + " AND NOT EXISTS (SELECT 1 FROM seed z WHERE " + sameKey("z", "x") + "))");
            above.add("(" + MysqlRows.pointsTo(fk, "m", "s") + ")");
        }
        String names =
                merge.merge().liveKey().stream().map(k -> column("s", k.name())).collect(Collectors.joining(", "));
        return """
                WITH RECURSIVE seed AS (
                SELECT c.*
                %s
                ), needed AS (
                SELECT %s FROM seed s WHERE %s
                UNION
                SELECT %s FROM needed n JOIN seed m ON %s JOIN seed s ON %s
                )
                SELECT %s FROM seed s WHERE NOT EXISTS (SELECT 1 FROM needed n WHERE %s)""".formatted(
                        inserted,
                        names,
                        String.join(" OR ", needs),
                        names,
                        sameKey("m", "n"),
                        String.join(" OR ", above),
                        names,
                        sameKey("n", "s"));
    }

    /** The join of c with these keys. */
    String join() {
        return sameKey("v", "c");
    }

    /** The join of t, which has the old shape, with these keys. */
    String joinTarget() {
        return MysqlRows.and(merge.merge().key().stream()
                .map(k -> MysqlRows.keyEquals(
                        column("t", k.old().name()),
                        MysqlConversions.convert(column("v", k.current().name()), k.current(), k.old()),
                        k.old()))
                .toList());
    }

    private String sameKey(String one, String other) {
        return merge.merge().liveKey().stream().map(k -> equal(k, one, other)).collect(Collectors.joining(" AND "));
    }

    private static String equal(Column key, String one, String other) {
        return MysqlRows.keyEquals(column(one, key.name()), column(other, key.name()), key);
    }

    /** A condition for a row that another one keeps. */
    private static String isNeeded(RowReference reference, String parent) {
        Constraint fk = reference.key();
        String points = MysqlRows.pointsTo(fk, "x", parent);
        if (reference.leaving() == null) {
            return MysqlRows.exists(Relation.of(fk.table()), "x", points);
        }
        MysqlSeeds leaving = new MysqlSeeds(new MysqlMerge(reference.leaving()), reference.above());
        return MysqlRows.exists(
                Relation.of(fk.table()),
                "x",
                points + " AND NOT EXISTS (SELECT 1 FROM (" + leaving.query() + ") z WHERE " + leaving.sameKey("z", "x")
                        + ")");
    }
}
