// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is run. Immutable; the defaults are the careful choice.
 *
 * @param allowDataLoss accept every loss that the plan lists; they are put aside all the same
 * @param force emergency: ask no gate; the check of the backup and the verification stay
 * @param dryRun do everything up to the first change, then stop
 * @param operator who runs it, for the audit tables
 * @param reason why, for the audit tables
 * @param ticket the change ticket, for the audit tables
 * @param lockTimeout how long one attempt waits for a lock while it blocks others
 * @param lockPatience how long attempts are repeated before giving up
 * @param forceOffline keep writers of replaced tables waiting while their rows are copied, where the product could let them go
 *     on: the copy is read once and takes less
 * @param externalDump a dump that another tool has made, whose size and SHA-256 the audit tables shall hold; null without
 */
public record RevertOptions(
        boolean allowDataLoss,
        boolean force,
        boolean dryRun,
        String operator,
        String reason,
        String ticket,
        Duration lockTimeout,
        Duration lockPatience,
        boolean forceOffline,
        @Nullable Path externalDump) {
    public RevertOptions {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(ticket, "ticket");
        requirePositive(lockTimeout, "lockTimeout");
        requirePositive(lockPatience, "lockPatience");
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new InvalidInputException(name + " must be positive, got " + duration);
        }
    }

    /** No loss accepted, gates asked, 2 s for a lock, repeated for a minute. */
    public static RevertOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects options; not safe for use by several threads. */
    public static final class Builder {
        private boolean allowDataLoss;
        private boolean force;
        private boolean dryRun;
        private String operator = System.getProperty("user.name", "");
        private String reason = "";
        private String ticket = "";
        private Duration lockTimeout = Duration.ofSeconds(2);
        private Duration lockPatience = Duration.ofMinutes(1);
        private boolean forceOffline;
        private @Nullable Path externalDump;

        private Builder() {}

        public Builder allowDataLoss(boolean allow) {
            this.allowDataLoss = allow;
            return this;
        }

        public Builder force(boolean emergency) {
            this.force = emergency;
            return this;
        }

        public Builder dryRun(boolean dry) {
            this.dryRun = dry;
            return this;
        }

        /** Who runs it; the system user by default. */
        public Builder operator(String who) {
            this.operator = who;
            return this;
        }

        public Builder reason(String why) {
            this.reason = why;
            return this;
        }

        public Builder ticket(String number) {
            this.ticket = number;
            return this;
        }

        public Builder lockTimeout(Duration timeout) {
            this.lockTimeout = timeout;
            return this;
        }

        public Builder lockPatience(Duration patience) {
            this.lockPatience = patience;
            return this;
        }

        /** Whether writers of replaced tables wait while rows are copied, although the product could let them go on. */
        public Builder forceOffline(boolean offline) {
            this.forceOffline = offline;
            return this;
        }

        /** A dump that another tool has made, for the audit tables; it is read once, for its checksum. */
        public Builder externalDump(Path file) {
            this.externalDump = file;
            return this;
        }

        public RevertOptions build() {
            return new RevertOptions(
                    allowDataLoss,
                    force,
                    dryRun,
                    operator,
                    reason,
                    ticket,
                    lockTimeout,
                    lockPatience,
                    forceOffline,
                    externalDump);
        }
    }
}
