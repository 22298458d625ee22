// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.DialectParts;
import dev.rollback.dialect.KeptSettings;
import dev.rollback.h2.catalog.H2SchemaReader;
import dev.rollback.h2.ddl.H2Ddl;
import dev.rollback.h2.rows.H2Marks;
import dev.rollback.h2.rows.H2RowSql;
import dev.rollback.h2.server.H2Errors;
import dev.rollback.h2.server.H2RowStream;
import dev.rollback.h2.server.H2Server;
import dev.rollback.h2.server.H2Session;
import dev.rollback.h2.server.H2Stepwise;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** H2 2.x, in memory, in files or served. Safe for use by several threads. */
public final class H2Dialect implements Dialect {
    private static final int MAJOR = 2;

    private final DialectParts parts = new DialectParts(
                    new H2SchemaReader(),
                    new H2Ddl(),
                    new H2RowSql(),
                    new H2RowStream(),
                    new H2Server(),
                    new H2Errors())
            .with(new H2Stepwise())
            .with(new H2Marks());

    private final KeptSettings sessions = new KeptSettings();

    /** The dialect needs no settings. */
    public H2Dialect() {}

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String jooqName() {
        return "H2";
    }

    @Override
    public boolean knows(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductName().equals("H2") && metaData.getDatabaseMajorVersion() == MAJOR;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        if (!sessions.isKept(connection)) {
            sessions.keep(connection, H2Session.prepare(connection)::close);
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        sessions.restore(connection);
    }

    @Override
    public DialectParts parts() {
        return parts;
    }
}
