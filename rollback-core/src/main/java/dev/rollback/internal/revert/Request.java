// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.RevertOptions;
import dev.rollback.internal.Sha256;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.revert.ExternalDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, kept in the journal so that an interrupted run can be continued.
 *
 * @param label the snapshot; null for an explicit plan
 * @param options how it was planned
 * @param explicit the explicit plan; null for a derived one
 * @param allowDataLoss whether losses were accepted
 * @param forceOffline whether writers wait while rows are copied
 * @param lockTimeoutMillis how long one attempt waits for a lock
 * @param lockPatienceMillis how long attempts are repeated
 * @param dump a dump that another tool has made; null without
 */
public record Request(
        @Nullable String label,
        PlanOptions options,
        @Nullable ExplicitPlan explicit,
        boolean allowDataLoss,
        boolean forceOffline,
        long lockTimeoutMillis,
        long lockPatienceMillis,
        @Nullable ExternalDump dump) {

    static Request of(
            @Nullable String label,
            PlanOptions options,
            @Nullable ExplicitPlan explicit,
            RevertOptions how,
            @Nullable ExternalDump dump) {
        return new Request(
                label,
                options,
                explicit,
                how.allowDataLoss(),
                how.forceOffline(),
                how.lockTimeout().toMillis(),
                how.lockPatience().toMillis(),
                dump);
    }

    /**
     * @throws InvalidInputException when it cannot be read
     */
    static @Nullable ExternalDump dump(RevertOptions options) {
        Path file = options.externalDump();
        if (file == null) {
            return null;
        }
        try {
            return new ExternalDump(file.toAbsolutePath().toString(), Files.size(file), Sha256.of(file));
        } catch (IOException e) {
            throw new InvalidInputException("The external dump " + file + " cannot be read.", e);
        }
    }
}
