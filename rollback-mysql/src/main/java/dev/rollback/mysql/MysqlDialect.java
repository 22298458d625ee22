// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.capture.SchemaReader;
import dev.rollback.dialect.Ddl;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.RowMarks;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowStream;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.ServerErrors;
import dev.rollback.dialect.Stepwise;
import dev.rollback.mysql.catalog.MysqlProduct;
import dev.rollback.mysql.catalog.MysqlSchemaReader;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.ddl.MysqlDdl;
import dev.rollback.mysql.rows.MysqlMarks;
import dev.rollback.mysql.rows.MysqlRowSql;
import dev.rollback.mysql.server.MysqlErrors;
import dev.rollback.mysql.server.MysqlRowStream;
import dev.rollback.mysql.server.MysqlServer;
import dev.rollback.mysql.server.MysqlStepwise;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/** MySQL 8.0 to 9.x, by either driver. Safe for use by several threads. */
public sealed class MysqlDialect implements Dialect permits MariaDbDialect {
    /** What the drivers call the product: each calls the other one's server by a name of its own. */
    private static final Set<String> PRODUCTS = Set.of("MySQL", "MariaDB");

    private final SchemaReader reader = new MysqlSchemaReader();
    private final Ddl ddl = new MysqlDdl(!isMariaDb());
    private final RowSql rows = new MysqlRowSql();
    private final RowMarks marks = new MysqlMarks();
    private final RowStream stream = new MysqlRowStream();
    private final Server server = new MysqlServer();
    private final ServerErrors errors = new MysqlErrors();
    private final Stepwise stepwise = new MysqlStepwise(!isMariaDb());
    private final Map<Connection, MysqlSession> sessions = Collections.synchronizedMap(new WeakHashMap<>());

    /** The dialect needs no settings. */
    public MysqlDialect() {}

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String jooqName() {
        return "MYSQL";
    }

    @Override
    public boolean knows(DatabaseMetaData metaData) throws SQLException {
        if (!PRODUCTS.contains(metaData.getDatabaseProductName())) {
            return false;
        }
        MysqlProduct product = MysqlProduct.of(metaData);
        return product.isSupported() && product.mariaDb() == isMariaDb();
    }

    boolean isMariaDb() {
        return false;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        if (!sessions.containsKey(connection)) { // what was there first is what comes back
            sessions.put(connection, MysqlSession.prepare(connection));
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        MysqlSession session = sessions.remove(connection);
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

    @Override
    public Optional<RowMarks> marks() {
        return Optional.of(marks);
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
