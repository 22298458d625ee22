// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** As many connections as it was told and no more: who asks for another one waits for a moment, and is refused then. */
final class SmallPool extends WrappedSource implements AutoCloseable {
    private static final long WAIT_MILLIS = 200;

    private final DataSource source;
    private final int size;
    private final Semaphore free;
    private final Deque<Connection> idle = new ArrayDeque<>();

    SmallPool(DataSource source, int size) {
        super(source);
        this.source = source;
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** The connections that nobody has at the moment. */
    List<Connection> idle() {
        synchronized (idle) {
            return List.copyOf(idle);
        }
    }

    /** How many of its connections somebody has. */
    int taken() {
        return size - free.availablePermits();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!free.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "Connection is not available, request timed out after " + WAIT_MILLIS + "ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(e);
        }
        try {
            return lent(connection());
        } catch (SQLException e) {
            free.release();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        Connection connection;
        synchronized (idle) {
            connection = idle.poll();
        }
        return connection == null || !connection.isValid(1) ? source.getConnection() : connection;
    }

    /** Closing it gives it back. */
    private Connection lent(Connection connection) {
        boolean[] closed = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                SmallPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (!closed[0]) {
                                closed[0] = true;
                                giveBack(connection);
                            }
                            return null;
                        }
                        case "isClosed" -> {
                            return closed[0] || connection.isClosed();
                        }
                        case "equals" -> {
                            return proxy == args[0];
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        default -> {
                            try {
                                return method.invoke(connection, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    private void giveBack(Connection connection) {
        synchronized (idle) {
            idle.push(connection);
        }
        free.release();
    }

    @Override
    public void close() {
        synchronized (idle) {
            for (Connection connection : idle) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            idle.clear();
        }
    }
}
