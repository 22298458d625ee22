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
        PlanInput input,
        Renames renames,
        TableFates fates,
        Changes changes,
        Merges merges,
        Names names,
        Places places,
        Probes probes,
        Ledger ledger,
        StepGraph graph) {

    DatabaseModel snapshot() {
        return input.snapshot();
    }

    /** The live database under the old names. */
    DatabaseModel seen() {
        return renames.seen();
    }

    Ddl ddl() {
        return input.dialect().ddl();
    }

    /** Whether one transaction holds all steps together. */
    boolean isTransactional() {
        return input.dialect().stepwise().isEmpty();
    }

    RowSql sql() {
        return input.dialect().rows();
    }

    RowNodes nodes() {
        return new RowNodes(this);
    }
}
