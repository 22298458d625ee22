// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.DialectParts;
import dev.rollback.dialect.KeptSettings;
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
import java.util.WeakHashMap;

/** PostgreSQL 15 to 18. Safe for use by several threads. */
public final class PostgresDialect implements Dialect {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private final DialectParts parts = new DialectParts(
            new PostgresSchemaReader(),
            new PostgresDdl(),
            new PostgresRowSql(),
            new PostgresRowStream(),
            new PostgresServer(),
            new PostgresErrors());
    private final KeptSettings sessions = new KeptSettings();
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

    /** Each time anew: a transaction that is rolled back takes its settings with it. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        PostgresSession session = PostgresSession.prepare(connection);
        sessions.keep(connection, () -> {
            PostgresFits.drop(connection);
            session.close();
        });
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
        sessions.restore(connection);
    }

    @Override
    public DialectParts parts() {
        return parts;
    }
}
