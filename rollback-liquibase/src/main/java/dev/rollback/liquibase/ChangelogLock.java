// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import java.time.Instant;

/**
 * Liquibase's lock, as somebody holds it.
 *
 * @param owner the host and its address, as Liquibase wrote them down
 * @param since when it was taken
 */
public record ChangelogLock(String owner, Instant since) {

    @Override
    public String toString() {
        return "locked by " + owner + " since " + since;
    }
}
