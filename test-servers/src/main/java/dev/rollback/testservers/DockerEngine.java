// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Docker engine answers, asked without Testcontainers: a socket that accepts and never
 * answers costs Testcontainers more than a minute.
 */
final class DockerEngine {
    private static final int SECONDS = 2;
    private static final String UNIX = "unix://";
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    private DockerEngine() {}

    static boolean answers() {
        FutureTask<Boolean> ping = new FutureTask<>(DockerEngine::ping);
        Thread thread = new Thread(ping, "docker-ping");
        thread.setDaemon(true);
        thread.start();
        try {
            return ping.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            ping.cancel(true);
        }
    }

    private static boolean ping() throws IOException {
        SocketAddress address = address();
        if (address == null) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(address)) {
            if (address instanceof InetSocketAddress) {
                return true; // it may speak TLS: left to Testcontainers
            }
            channel.write(StandardCharsets.US_ASCII.encode(PING));
            ByteBuffer answer = ByteBuffer.allocate(64);
            while (answer.position() < 12 && channel.read(answer) >= 0) {}
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            return text.matches("(?s)HTTP/1.. 200.*");
        }
    }

    private static @Nullable SocketAddress address() {
        String host = System.getenv("DOCKER_HOST");
        if (host == null || host.isBlank()) {
            return usualSockets()
                    .filter(Files::exists)
                    .findFirst()
                    .map(UnixDomainSocketAddress::of)
                    .orElse(null);
        }
        if (host.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(host.substring(UNIX.length()));
        }
        URI uri = URI.create(host);
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    private static Stream<Path> usualSockets() {
        String home = System.getProperty("user.home");
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run");
        return Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(runtime, "docker.sock"),
                Path.of(home, ".docker/run/docker.sock"),
                Path.of(home, ".docker/desktop/docker.sock"));
    }
}
