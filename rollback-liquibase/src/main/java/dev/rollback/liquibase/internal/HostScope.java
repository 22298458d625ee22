// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import java.util.Map;
import java.util.Optional;
import liquibase.Scope;

/** Leads from a change in a changelog to the host that runs it. */
public final class HostScope {
    private static final String KEY = "dev.rollback.liquibase.engine";

    private HostScope() {}

    static Map<String, Object> values(Engine engine) {
        return Map.of(KEY, engine);
    }

    /** Empty when Liquibase runs without {@code LiquibaseRollback}. */
    public static Optional<Engine> engine() {
        return Optional.ofNullable(Scope.getCurrentScope().get(KEY, Engine.class));
    }
}
