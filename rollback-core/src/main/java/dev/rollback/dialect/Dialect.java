// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.capture.SchemaReader;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a database product must answer. Found through {@link java.util.ServiceLoader}, or given by the host. Stateless and safe
 * for use by several threads.
 */
public interface Dialect {

    /** The product in lower case, as in {@code postgresql}. */
    String name();

    /** The name of the product in jOOQ's list of dialects, as in {@code POSTGRES}. */
    String jooqName();

    /** Whether the connected server is one of this dialect's, in a version that it supports. */
    boolean knows(DatabaseMetaData server) throws SQLException;

    /** Sets the session up so that the server prints and parses everything unambiguously. */
    void prepare(Connection connection) throws SQLException;

    /** Puts the session's settings back to what they were, before the connection returns to its pool. */
    void release(Connection connection) throws SQLException;

    /**
     * A failure in clearer words, when it comes of something that the session lacks since it was prepared; otherwise the failure
     * as it is.
     */
    default SQLException explain(Connection connection, SQLException failure) {
        return failure;
    }

    /** What it consists of. */
    DialectParts parts();

    /** Reads the catalog. */
    default SchemaReader reader() {
        return parts().reader();
    }

    /** Writes the statements that make, alter and remove objects. */
    default Ddl ddl() {
        return parts().ddl();
    }

    /** Writes the statements that copy, merge, count and compare rows. */
    default RowSql rows() {
        return parts().rows();
    }

    /** Remembers what rows were, where {@link Server#writtenBefore} cannot tell; empty where it can. */
    default Optional<RowMarks> marks() {
        return parts().marks();
    }

    /** Writes rows into a stream and reads them back. */
    default RowStream stream() {
        return parts().stream();
    }

    /** Answers questions about the connected server. */
    default Server server() {
        return parts().server();
    }

    /** What holds a run together where no transaction does; empty where changes of structure are transactional. */
    default Optional<Stepwise> stepwise() {
        return parts().stepwise();
    }

    /** Tells failures apart. */
    default ServerErrors errors() {
        return parts().errors();
    }
}
