// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import dev.rollback.flyway.FlywayRollback;
import dev.rollback.flyway.Readiness;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of the readiness: whether the schema is the one that this release expects. */
@Component
class SchemaHealthIndicator implements HealthIndicator {
    private final FlywayRollback rollback;

    SchemaHealthIndicator(FlywayRollback rollback) {
        this.rollback = rollback;
    }

    @Override
    public Health health() {
        Readiness readiness = rollback.readiness();
        return (readiness.isReady() ? Health.up() : Health.down())
                .withDetail("expected", readiness.expected())
                .withDetail("current", readiness.current())
                .withDetail("reasons", readiness.reasons())
                .build();
    }
}
