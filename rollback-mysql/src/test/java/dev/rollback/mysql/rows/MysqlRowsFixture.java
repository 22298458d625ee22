// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.MysqlDialect;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.testkit.contract.SavedRows;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** A database with a saved state: its tables, and their rows in another database under the same names. */
final class MysqlRowsFixture extends SavedRows implements AutoCloseable {
    static final RowSql SQL = new MysqlRowSql();

    final TestDatabase database;
    final MysqlDialect dialect;

    MysqlRowsFixture(TestMysqlServer server, String before) throws SQLException {
        this(server.freshDatabase(), new MysqlDialect(), before);
    }

    private MysqlRowsFixture(TestDatabase database, MysqlDialect dialect, String before) throws SQLException {
        super(dialect, database.connection(), database.name(), database.name() + "_backup");
        this.database = database;
        this.dialect = dialect;
        run(List.of(
                "CREATE DATABASE " + backup,
                "CREATE TABLE " + backup + ".rollback_quarantine (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + " run bigint, table_name text, reason text, row_key text, row_data json,"
                        + " at timestamp DEFAULT CURRENT_TIMESTAMP) DEFAULT CHARSET = utf8mb4"));
        database.execute(before);
        save();
    }

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return Stream.of(Named.of("MySQL", TestMysql::shared), Named.of("MariaDB", TestMariaDb::shared));
    }

    /** A relation is only made, and filled by another session. */
    @Override
    protected void save(Table table, List<List<String>> keys) throws SQLException {
        super.save(table, keys);
        update("INSERT INTO " + MysqlNames.quote(saved(table.id().name())) + " SELECT "
                + MysqlRows.names(
                        table.storedColumns().stream().map(Column::name).toList())
                + " FROM " + MysqlNames.quote(table.id()));
    }

    /** Removes rows that violate a rule in one transaction, and tells how many were announced. */
    String removeViolating(Violation violation) throws SQLException {
        String counted = query(SQL.violating(violation).orElseThrow()).get(0);
        connection.setAutoCommit(false);
        run(SQL.removeViolating(violation, backup));
        connection.commit();
        connection.setAutoCommit(true);
        return counted;
    }

    @Override
    public void close() throws SQLException {
        update("DROP DATABASE " + backup);
        dialect.release(connection);
        connection.close();
        database.close();
    }
}
