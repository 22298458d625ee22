// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one server of an engine in this JVM: the one that the environment names, else a container, else an embedded one. */
final class SharedServer<T extends TestServer> {
    /** Starts a server of our own. */
    @FunctionalInterface
    interface Start {
        ServerAddress start() throws Exception;
    }

    /** Asks a server what it is. */
    @FunctionalInterface
    interface Connect<T> {
        T connect(ServerAddress address) throws SQLException;
    }

    private final String product;
    private final String variable;
    private final String superuser;
    private final Start container;
    private final Start embedded;
    private final Connect<T> connect;
    private @Nullable T server;
    private @Nullable String missing;

    /**
     * @param variable the environment variable that may hold a JDBC URL
     * @param superuser the user if the URL names none
     */
    SharedServer(
            String product, String variable, String superuser, Start container, Start embedded, Connect<T> connect) {
        this.product = product;
        this.variable = variable;
        this.superuser = superuser;
        this.container = container;
        this.embedded = embedded;
        this.connect = connect;
    }

    synchronized T get() {
        if (server == null) {
            server = connect();
        }
        return server;
    }

    private T connect() {
        ServerAddress given = ServerAddress.given(variable, superuser);
        if (given != null) {
            return connect(given); // named, so its absence is an error and no reason to skip
        }
        if (missing == null) {
            try {
                return connect(start());
            } catch (Exception e) {
                missing = "no " + product + " server: " + e.getMessage();
            }
        }
        throw MissingServer.because(missing);
    }

    private T connect(ServerAddress address) {
        try {
            return connect.connect(address);
        } catch (SQLException e) {
            throw new IllegalStateException(address.url() + " does not answer: " + e.getMessage(), e);
        }
    }

    /** Only the chosen one's libraries are loaded. */
    private ServerAddress start() throws Exception {
        if (DockerEngine.answers()) {
            try {
                return container.start();
            } catch (RuntimeException e) {
                System.err.println("No " + product + " container, so an embedded server: " + e.getMessage());
            }
        }
        return embedded.start();
    }
}
