// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import java.sql.SQLException;
import java.util.List;

/** Looks whether the migration itself rewrote, inserted or deleted rows of a table. */
final class WrittenByMigration {
    private final PlanInput input;
    private final RowSql sql;
    private final Probes probes;

    WrittenByMigration(PlanInput input, Probes probes) {
        this.input = input;
        this.sql = input.dialect().rows();
        this.probes = probes;
    }

    boolean any(RowMerge merge) throws SQLException {
        if (merge.key().isEmpty()) {
            return false;
        }
        Relation left = input.mark().survivorsOf(merge.table().id()).orElse(null);
        return probes.count(sql.rewritten(merge)).rows() > 0
                || probes.count(sql.seeded(merge, List.of())).rows() > 0
                || left != null
                        && probes.count(sql.deletedByMigration(merge, left)).rows() > 0;
    }
}
