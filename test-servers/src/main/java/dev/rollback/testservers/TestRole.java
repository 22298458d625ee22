// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

/** A role that may log in. Closing it drops it with all it owns, in every database of the server. */
public final class TestRole implements AutoCloseable {
    private final TestServer server;
    private final String name;
    private final String password;

    TestRole(TestServer server, String name, String password) {
        this.server = server;
        this.name = name;
        this.password = password;
    }

    public String name() {
        return name;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        server.dropRole(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
