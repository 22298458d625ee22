// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.RevertOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a plan is run. */
final class RunOptions {
    @Option(
            names = "--allow-data-loss",
            description =
                    "Accept the losses that the plan lists. They are put aside in the backup schema all the same.")
    private boolean allowDataLoss;

    @Option(
            names = "--force",
            description = "Emergency: skip waiting and approvals, never the check of the backup and the verification.")
    private boolean force;

    @Option(
            names = "--force-offline",
            description = "Keep writers of replaced tables waiting while rows are copied, also where they could go on.")
    private boolean forceOffline;

    @Option(names = "--dry-run", description = "Do everything up to the first change, then stop.")
    private boolean dryRun;

    @Option(
            names = {"--yes", "-y"},
            description = "Do not ask. Needed where there is no terminal.")
    private boolean yes;

    @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why; for the audit tables.")
    private String reason = "";

    @Option(
            names = "--ticket",
            defaultValue = "",
            paramLabel = "TICKET",
            description = "The change ticket; for the audit tables.")
    private String ticket = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Who; for the audit tables. Default: the user of this machine.")
    private @Nullable String operator;

    @Option(
            names = "--external-dump",
            paramLabel = "FILE",
            description = "A dump that another tool has made; its path, size and SHA-256 go into the audit tables.")
    private @Nullable Path externalDump;

    @Option(
            names = "--lock-timeout",
            defaultValue = "2s",
            paramLabel = "TIME",
            description = "How long to wait for a lock at a time, while others queue behind; as in 500ms or 2s.")
    private String lockTimeout = "2s";

    @Option(
            names = "--lock-patience",
            defaultValue = "1m",
            paramLabel = "TIME",
            description = "How long to try again in all while other sessions hold locks; as in 30s or 10m.")
    private String lockPatience = "1m";

    boolean allowsDataLoss() {
        return allowDataLoss;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Whether somebody must be asked. */
    boolean asks() {
        return !yes && !dryRun;
    }

    RevertOptions toOptions() {
        RevertOptions.Builder options = RevertOptions.builder()
                .allowDataLoss(allowDataLoss)
                .force(force)
                .forceOffline(forceOffline)
                .dryRun(dryRun)
                .lockTimeout(Times.of(lockTimeout))
                .lockPatience(Times.of(lockPatience))
                .reason(reason)
                .ticket(ticket);
        if (operator != null) {
            options.operator(operator);
        }
        if (externalDump != null) {
            options.externalDump(externalDump);
        }
        return options.build();
    }
}
