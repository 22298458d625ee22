// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2;

import dev.rollback.capture.SchemaReader;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.RowMarks;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowStream;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.ServerErrors;
import dev.rollback.dialect.Stepwise;
import dev.rollback.h2.catalog.H2SchemaReader;
import dev.rollback.h2.ddl.H2Ddl;
import dev.rollback.h2.rows.H2RowSql;
import dev.rollback.h2.server.H2Errors;
import dev.rollback.h2.server.H2RowStream;
import dev.rollback.h2.server.H2Server;
import dev.rollback.h2.server.H2Session;
import dev.rollback.h2.server.H2Stepwise;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** H2 2.x, in memory, in files or served. Safe for use by several threads. */
public final class H2Dialect implements Dialect {
    private static final int MAJOR = 2;

    private final SchemaReader reader = new H2SchemaReader();
    private final Ddl ddl = new H2Ddl();
    private final RowSql rows = new H2RowSql();
    private final RowStream stream = new H2RowStream();
    private final Server server = new H2Server();
    private final ServerErrors errors = new H2Errors();
    private final Stepwise stepwise = new H2Stepwise();
    private final Map<Connection, H2Session> sessions = Collections.synchronizedMap(new WeakHashMap<>());

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
        if (!sessions.containsKey(connection)) { // what was there first is what comes back
            sessions.put(connection, H2Session.prepare(connection));
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        H2Session session = sessions.remove(connection);
        if (session != null) {
            session.close();
        }
    }

    /** A session lacks nothing that it could have. */
    @Override
    public SQLException explain(Connection connection, SQLException failure) {
        return failure;
    }

    @Override
    public SchemaReader reader() {
        return reader;
    }

    @Override
    public Ddl ddl() {
        return ddl;
    }

    @Override
    public RowSql rows() {
        return rows;
    }

    /** None yet: what the migration itself did to rows is not known here. */
    @Override
    public Optional<RowMarks> marks() {
        return Optional.empty();
    }

    @Override
    public RowStream stream() {
        return stream;
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public Optional<Stepwise> stepwise() {
        return Optional.of(stepwise);
    }

    @Override
    public ServerErrors errors() {
        return errors;
    }
}
