// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.DialectParts;
import dev.rollback.dialect.KeptSettings;
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
import java.util.Set;

/** MySQL 8.0 to 9.x, by either driver. Safe for use by several threads. */
public sealed class MysqlDialect implements Dialect permits MariaDbDialect {
    /** What the drivers call the product: each calls the other one's server by a name of its own. */
    private static final Set<String> PRODUCTS = Set.of("MySQL", "MariaDB");

    private final DialectParts parts = new DialectParts(
                    new MysqlSchemaReader(),
                    new MysqlDdl(!isMariaDb()),
                    new MysqlRowSql(),
                    new MysqlRowStream(),
                    new MysqlServer(),
                    new MysqlErrors())
            .with(new MysqlStepwise(!isMariaDb()))
            .with(new MysqlMarks());
    private final KeptSettings sessions = new KeptSettings();

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
        if (!sessions.isKept(connection)) {
            sessions.keep(connection, MysqlSession.prepare(connection)::close);
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
