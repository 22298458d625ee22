// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Work on all tables in one transaction; what fails writes nothing.
 *
 * @param schemas the current one when it is empty
 * @param wanted says by its name whether a table counts
 */
public record TableWork(DataSource dataSource, List<String> schemas, Predicate<String> wanted) {

    /** What is done. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection, List<Table> tables, List<String> schemas) throws SQLException;
    }

    public <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean automatic = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                Product product = Product.of(connection);
                List<String> names = schemas.isEmpty() ? List.of(product.currentSchema(connection)) : schemas;
                T result = work.on(connection, new TableReader(connection, product).read(names, wanted), names);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(automatic);
            }
        }
    }
}
