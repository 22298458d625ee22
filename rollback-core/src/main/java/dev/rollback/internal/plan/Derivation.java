// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.RowSql;
import dev.rollback.model.DatabaseModel;

/**
 * What the parts of one derivation share.
 *
 * @param graph grows as steps are added
 */
record Derivation(
        Situation situation,
        Changes changes,
        Merges merges,
        Names names,
        Places places,
        Probes probes,
        Ledger ledger,
        StepGraph graph) {

    PlanInput input() {
        return situation.input();
    }

    Renames renames() {
        return situation.renames();
    }

    TableFates fates() {
        return situation.fates();
    }

    DatabaseModel snapshot() {
        return situation.snapshot();
    }

    /** The live database under the old names. */
    DatabaseModel seen() {
        return situation.seen();
    }

    Ddl ddl() {
        return situation.ddl();
    }

    /** Whether one transaction holds all steps together. */
    boolean isTransactional() {
        return situation.isTransactional();
    }

    RowSql sql() {
        return input().dialect().rows();
    }

    RowNodes nodes() {
        return new RowNodes(this);
    }
}
