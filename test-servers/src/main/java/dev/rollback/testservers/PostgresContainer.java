// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.util.ArrayList;
import java.util.List;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container; the environment variable TEST_POSTGRES_IMAGE names another image. */
final class PostgresContainer {
    private PostgresContainer() {}

    static ServerAddress start() {
        String image = System.getenv().getOrDefault("TEST_POSTGRES_IMAGE", "postgres:15");
        List<String> command = new ArrayList<>(List.of("postgres"));
        TestPostgres.SETTINGS.forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends
        PostgreSQLContainer container = new PostgreSQLContainer(image);
        container.withCommand(command.toArray(String[]::new)).start();
        return new ServerAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }
}
