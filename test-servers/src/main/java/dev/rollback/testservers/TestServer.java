// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One running server, shared by all tests of a JVM. Thread-safe. */
public abstract class TestServer {
    /** Keeps the names of JVMs apart that share one server. */
    private static final String PREFIX = "test_" + UUID.randomUUID().toString().substring(0, 8) + "_";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    TestServer() {}

    /** A new, empty database; closing it drops it, whatever still is connected to it. */
    public final TestDatabase freshDatabase() {
        String name = freshName();
        try {
            create(name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the test database " + name, e);
        }
        return open(name);
    }

    /** The server's product and version, for messages. */
    public abstract String version();

    /** The first number of the server's version, such as 15. */
    public abstract int majorVersion();

    abstract void create(String database) throws SQLException;

    abstract void drop(String database) throws SQLException;

    /** Drops a role with all it owns. */
    abstract void dropRole(String role);

    abstract TestDatabase open(String database);

    abstract DataSource dataSource(String database, String user, String password);

    /** The statements of a script, in order: each is sent on its own, as the engine's own client does. */
    abstract List<String> statements(String script);

    static String freshName() {
        return PREFIX + COUNTER.incrementAndGet();
    }
}
