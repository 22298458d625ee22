// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.Gate;
import dev.rollback.RollbackListener;
import dev.rollback.verify.HostCheck;
import java.time.Duration;
import java.util.List;

/**
 * What the host has asked for.
 *
 * @param schemas to look after; empty for the connection's current one
 * @param excluded tables that are left alone, with or without their schema
 * @param lockPatience how long what is no run goes on trying while other sessions hold locks
 */
public record Settings(
        List<String> schemas,
        List<String> excluded,
        String backupSchema,
        List<RollbackListener> listeners,
        List<Gate> gates,
        List<HostCheck> checks,
        Duration lockPatience) {

    public Settings {
        schemas = List.copyOf(schemas);
        excluded = List.copyOf(excluded);
        listeners = List.copyOf(listeners);
        gates = List.copyOf(gates);
        checks = List.copyOf(checks);
    }
}
