// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.capture.Backup;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Server.Size;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.ClosingStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a plan is derived from.
 *
 * @param target the label of the snapshot, or the words of an explicit plan
 * @param snapshot the structure to reach
 * @param backup the rows to reach; null for an explicit plan
 * @param live the structure there is
 * @param mode what happens to rows written since
 * @param only tables to take back; empty for all
 * @param closing what follows all steps
 * @param backupSchema where everything of ours is
 * @param sizes estimates of the live tables
 * @param writer tells who wrote a live row last
 * @param mark what is known of the moment when the migration had ended
 */
public record PlanInput(
        Dialect dialect,
        String target,
        DatabaseModel snapshot,
        @Nullable Backup backup,
        DatabaseModel live,
        RestoreMode mode,
        Set<ObjectId> only,
        List<ClosingStep> closing,
        String backupSchema,
        Map<ObjectId, Size> sizes,
        LastWriter writer,
        Mark mark) {

    Size size(ObjectId table) {
        return sizes.getOrDefault(table, new Size(0, 0));
    }
}
