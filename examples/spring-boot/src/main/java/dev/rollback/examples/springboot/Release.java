// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import dev.rollback.flyway.FlywayRollback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A release of the shop that runs, as its customers and its operators reach it. */
final class Release implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private Release(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Starts it, as {@code java -jar} would in a process of its own: it migrates, then it serves. */
    static Release start(int number, String url) {
        return new Release(new SpringApplicationBuilder(Shop.class)
                .profiles("release-" + number)
                .run("--spring.datasource.url=" + url));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    String post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Status and body, in one line. */
    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /** What the operator works with. */
    FlywayRollback rollback() {
        return context.getBean(FlywayRollback.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
