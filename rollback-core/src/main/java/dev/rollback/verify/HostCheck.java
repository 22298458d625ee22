// SPDX-License-Identifier: Apache-2.0
package dev.rollback.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A check of the host's own that ends every verification, such as a smoke test of its queries. */
@FunctionalInterface
public interface HostCheck {

    /**
     * @param connection a connection to the database, to read from
     * @return what is wrong; empty when all is well
     * @throws SQLException reported as a finding
     */
    Optional<String> check(Connection connection) throws SQLException;
}
