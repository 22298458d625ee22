// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data source whose connections can be kept awake, as servers close those that say nothing for long. */
final class PingedConnections {
    private static final Logger LOG = LoggerFactory.getLogger(PingedConnections.class);
    private static final int SECONDS = 10;

    private final DataSource given;
    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private volatile boolean lost;

    PingedConnections(DataSource given) {
        this.given = given;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(given, arguments);
                        if (result instanceof Connection connection) {
                            opened.add(connection);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** On the thread that uses them; those that Flyway has closed itself do not count. */
    void ping() {
        for (Connection connection : opened) {
            try {
                lost |= !connection.isClosed() && !connection.isValid(SECONDS);
            } catch (SQLException e) {
                LOG.warn("A connection cannot be asked whether it is still there: {}", e.getMessage());
                lost = true;
            }
        }
    }

    boolean isLost() {
        return lost;
    }
}
