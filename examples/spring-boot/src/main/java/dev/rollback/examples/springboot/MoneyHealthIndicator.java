// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The gate that a release has to pass: every order costs what was paid for it. */
@Component
class MoneyHealthIndicator implements HealthIndicator {
    private final JdbcClient jdbc;

    MoneyHealthIndicator(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        long wrong = jdbc.sql("""
                        SELECT count(*) FROM orders o JOIN payments p ON p.order_id = o.id
                        WHERE o.amount <> p.amount""").query(Long.class).single();
        return (wrong == 0 ? Health.up() : Health.down())
                .withDetail("ordersThatDoNotAddUp", wrong)
                .build();
    }
}
