// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** MySQL or MariaDB in a container. */
final class MysqlContainer {
    private static final int PORT = 3306;

    private MysqlContainer() {}

    /**
     * Starts a server and waits until it answers.
     *
     * @param driver the word after {@code jdbc:}
     * @param variable the environment variable that may name another image
     * @param parameters of the URL, with the question mark
     */
    static ServerAddress start(String driver, String variable, String image, String parameters) {
        String chosen = System.getenv().getOrDefault(variable, image);
        @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(chosen))
                .withEnv(Map.of("MYSQL_ROOT_PASSWORD", "root", "MARIADB_ROOT_PASSWORD", "root"))
                .withExposedPorts(PORT)
                .withCommand("--skip-log-bin", "--innodb-flush-log-at-trx-commit=0")
                .waitingFor(Wait.forLogMessage(".*ready for connections.*port: " + PORT + " .*", 1)
                        .withStartupTimeout(Duration.ofMinutes(2)));
        container.start();
        String url =
                "jdbc:" + driver + "://" + container.getHost() + ":" + container.getMappedPort(PORT) + "/" + parameters;
        return new ServerAddress(url, "root", "root");
    }
}
