// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.plan.RollbackPlan;
import java.util.Optional;

/** Losses are accepted with a change ticket only. */
final class TicketGate implements Gate {

    @Override
    public Optional<String> refuse(RollbackPlan plan, RevertOptions options) {
        return plan.lossesToAccept().isEmpty() || !options.ticket().isBlank()
                ? Optional.empty()
                : Optional.of("The plan gives up data, which takes a change ticket here, and none is given.");
    }
}
