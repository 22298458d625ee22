// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A session with a transaction of its own, which stays open until it is told to commit. */
public class OtherSession implements AutoCloseable {
    private final Connection connection;
    private final String number;

    public OtherSession(ContractServer server, ContractDatabase database) {
        try {
            connection = database.dataSource().getConnection();
            number = server.session(connection);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the product's own lists of sessions show it. */
    public String number() {
        return number;
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
