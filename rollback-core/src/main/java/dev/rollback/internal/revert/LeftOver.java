// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Following;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Notes of what others wrote, when the run that needed them is gone. Whoever ends them holds the lock of all runs. */
final class LeftOver {
    private final Context context;

    LeftOver(Context context) {
        this.context = context;
    }

    void endNotes(Connection connection, Patience patience) throws SQLException {
        Optional<Following> following = context.dialect().stepwise().flatMap(Stepwise::following);
        if (following.isPresent()) {
            List<Relation> ended = patience.again(connection, List.of(), LockLevel.ALL_WAIT, c -> {
                patience.limit(c);
                return following.get().endLeftOver(c, context.store().schema());
            });
            ended.forEach(notes -> context.listener()
                    .warning("The triggers of a run that did not come to its end were removed, with their notes in "
                            + notes + "."));
        }
    }
}
