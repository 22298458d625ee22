// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import dev.rollback.flyway.FlywayRollback;
import dev.rollback.flyway.Readiness;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/rollback}: where things stand, for operators and dashboards. Changes nothing. */
@Component
@Endpoint(id = "rollback")
class RollbackEndpoint {
    private final FlywayRollback rollback;
    private final RunMetrics metrics;

    RollbackEndpoint(FlywayRollback rollback, RunMetrics metrics) {
        this.rollback = rollback;
        this.metrics = metrics;
    }

    /** What operators want to know. */
    record Standing(Readiness readiness, List<String> waysBack, Map<String, Long> runs) {}

    @ReadOperation
    Standing standing() {
        return new Standing(
                rollback.readiness(),
                rollback.restorePoints().stream().map(Object::toString).toList(),
                metrics.numbers());
    }
}
