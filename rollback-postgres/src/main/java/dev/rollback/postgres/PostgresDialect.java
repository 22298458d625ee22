// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.capture.SchemaReader;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.RowMarks;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowStream;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.ServerErrors;
import dev.rollback.dialect.Stepwise;
import dev.rollback.postgres.catalog.PostgresSchemaReader;
import dev.rollback.postgres.ddl.PostgresDdl;
import dev.rollback.postgres.rows.PostgresFits;
import dev.rollback.postgres.rows.PostgresRowSql;
import dev.rollback.postgres.server.PostgresErrors;
import dev.rollback.postgres.server.PostgresRowStream;
import dev.rollback.postgres.server.PostgresServer;
import dev.rollback.postgres.server.PostgresSession;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** PostgreSQL 15 to 18. Safe for use by several threads. */
public final class PostgresDialect implements Dialect {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private final SchemaReader reader = new PostgresSchemaReader();
    private final Ddl ddl = new PostgresDdl();
    private final RowSql rows = new PostgresRowSql();
    private final RowStream stream = new PostgresRowStream();
    private final Server server = new PostgresServer();
    private final ServerErrors errors = new PostgresErrors();
    private final Map<Connection, PostgresSession> sessions = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Connection, SQLException> unfit = Collections.synchronizedMap(new WeakHashMap<>());

    /** The dialect needs no settings. */
    public PostgresDialect() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String jooqName() {
        return "POSTGRES";
    }

    @Override
    public boolean knows(DatabaseMetaData metaData) throws SQLException {
        int version = metaData.getDatabaseMajorVersion();
        return metaData.getDatabaseProductName().equals("PostgreSQL") && version >= OLDEST && version <= NEWEST;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        sessions.putIfAbsent(
                connection, PostgresSession.prepare(connection)); // what was there first is what comes back
        PostgresFits.create(connection).ifPresent(why -> unfit.put(connection, why));
    }

    @Override
    public SQLException explain(Connection connection, SQLException failure) {
        SQLException why = unfit.get(connection);
        return why == null ? failure : PostgresFits.explain(failure, why);
    }

    @Override
    public void release(Connection connection) throws SQLException {
        unfit.remove(connection);
        PostgresSession session = sessions.remove(connection);
        if (session != null) {
            PostgresFits.drop(connection);
            session.close();
        }
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

    /** Every row tells which transaction wrote it. */
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
        return Optional.empty();
    }

    @Override
    public ServerErrors errors() {
        return errors;
    }
}
