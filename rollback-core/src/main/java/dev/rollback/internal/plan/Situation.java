// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a derivation knows before it names a step.
 *
 * @param diff between the snapshot and the live database under its old names
 * @param fates what happens to tables; what is derived may force more of them
 * @param released foreign keys that step aside for a while, as rows that they point to may leave
 * @param wanted which objects the caller asked for; others are left alone unless something forces them
 */
record Situation(
        PlanInput input,
        Renames renames,
        Diff diff,
        TableFates fates,
        Set<ObjectId> released,
        Predicate<ObjectId> wanted) {

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

    /** Whether one transaction holds all steps together; otherwise tables are exchanged at once, each with its foreign keys. */
    boolean isTransactional() {
        return input.dialect().stepwise().isEmpty();
    }
}
