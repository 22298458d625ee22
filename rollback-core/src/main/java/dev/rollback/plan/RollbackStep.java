// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

import dev.rollback.model.ObjectId;
import java.time.Duration;
import java.util.List;

/**
 * One step of the way back.
 *
 * @param number its place in the plan, from 1
 * @param kind what it does
 * @param object to what
 * @param summary in words
 * @param reason why it is needed
 * @param sql the statements, in order; those that copy rows may be run in ranges
 * @param lock what others wait for meanwhile
 * @param rows rows that it will read or write, estimated; 0 when it touches none
 * @param estimate how long it may take
 * @param reversibility how it stands to the data
 */
public record RollbackStep(
        int number,
        StepKind kind,
        ObjectId object,
        String summary,
        String reason,
        List<String> sql,
        LockLevel lock,
        long rows,
        Duration estimate,
        Reversibility reversibility) {
    public RollbackStep {
        sql = List.copyOf(sql);
    }

    @Override
    public String toString() {
        return number + ". " + summary;
    }
}
