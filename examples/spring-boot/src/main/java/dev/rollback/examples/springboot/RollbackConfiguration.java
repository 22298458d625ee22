// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import dev.rollback.flyway.FlywayRollback;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that an application with Spring's Flyway needs: it captures before it migrates, and there is a way back. */
@Configuration(proxyBeanMethods = false)
class RollbackConfiguration {
    @Bean
    FlywayRollback rollback(Flyway flyway, RunMetrics metrics) {
        return FlywayRollback.builder(flyway)
                .rollback(more -> more.listener(metrics))
                .build();
    }

    @Bean
    FlywayMigrationStrategy captureAndMigrate(FlywayRollback rollback) {
        return flyway -> rollback.flyway().migrate();
    }
}
