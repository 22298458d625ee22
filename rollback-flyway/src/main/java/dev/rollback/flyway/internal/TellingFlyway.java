// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.output.MigrateResult;

/** A Flyway whose failure carries, as a suppressed one, why it could not be taken back. */
public final class TellingFlyway extends Flyway {
    private final CapturingCallback callback;

    public TellingFlyway(Configuration configuration, CapturingCallback callback) {
        super(configuration);
        this.callback = callback;
    }

    @Override
    public MigrateResult migrate() {
        try {
            return super.migrate();
        } catch (FlywayException e) {
            callback.unhealed().ifPresent(e::addSuppressed);
            throw e;
        }
    }
}
