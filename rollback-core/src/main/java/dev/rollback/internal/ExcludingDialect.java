// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.capture.SchemaReader;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.DialectParts;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;

/**
 * A dialect whose catalog reads leave out some tables: those that the host named, and those that a scope names.
 *
 * @param excluded never read
 */
record ExcludingDialect(Dialect inner, Set<ObjectId> excluded) implements Dialect {

    @Override
    public SchemaReader reader() {
        return this::read;
    }

    private DatabaseModel read(Connection connection, Scope scope) throws SQLException {
        return inner.reader().read(connection, scope).excluding(excluded).excluding(scope.without());
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String jooqName() {
        return inner.jooqName();
    }

    @Override
    public boolean knows(DatabaseMetaData server) throws SQLException {
        return inner.knows(server);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        inner.prepare(connection);
    }

    @Override
    public void release(Connection connection) throws SQLException {
        inner.release(connection);
    }

    @Override
    public SQLException explain(Connection connection, SQLException failure) {
        return inner.explain(connection, failure);
    }

    @Override
    public DialectParts parts() {
        return inner.parts();
    }
}
