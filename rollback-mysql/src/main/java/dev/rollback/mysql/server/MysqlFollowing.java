// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Following;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.TouchLog;
import dev.rollback.dialect.TouchLog.Followed;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.rows.MysqlRowSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Triggers follow rows; a table must be one of which they see all that is written, and on which they may be made. */
final class MysqlFollowing implements Following {
    private static final String ENGINE = """
            SELECT ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """;

    /** By schema and name: actions of foreign keys that write rows and fire no triggers. */
    private static final String CASCADES = """
            SELECT CONSTRAINT_NAME
            FROM information_schema.REFERENTIAL_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA = ? AND TABLE_NAME = ?
              AND (UPDATE_RULE NOT IN ('RESTRICT', 'NO ACTION') OR DELETE_RULE NOT IN ('RESTRICT', 'NO ACTION'))
            """;

    private static final String LOG = """
            SHOW GLOBAL VARIABLES
            WHERE Variable_name IN ('log_bin', 'binlog_format', 'log_bin_trust_function_creators')
            """;

    @Override
    public TouchLog follow(Followed followed) {
        return new MysqlTouchLog(followed);
    }

    @Override
    public List<Relation> endLeftOver(Connection connection, String backupSchema) throws SQLException {
        return MysqlLeftOver.end(connection, backupSchema);
    }

    /** A metadata lock lasts as long as the transaction, and the session as long as a copy may take. */
    @Override
    public void hold(Connection connection, Collection<Relation> relations) throws SQLException {
        MysqlWriteBlock.keepAlive(connection);
        for (Relation relation : relations) {
            Queries.execute(connection, "SELECT 1 FROM " + quote(relation) + " LIMIT 0");
        }
    }

    @Override
    public Optional<String> whyNot(Connection connection, Table live, List<Column> key) throws SQLException {
        String schema = live.id().schema();
        String name = live.id().name();
        String engine = Queries.text(connection, ENGINE, schema, name).orElse("none");
        if (!engine.equals("InnoDB")) {
            return Optional.of("its engine is " + engine + ", which has no transactions that agree with its triggers");
        }
        Optional<String> cascade = Queries.text(connection, CASCADES, schema, name);
        if (cascade.isPresent()) {
            return Optional.of("its foreign key " + cascade.get()
                    + " changes its rows along with those of another table, which fires no trigger");
        }
        if (!MysqlRowSql.canBeIndexed(key)) {
            return Optional.of("its key is too long for an index of touched keys");
        }
        return log(connection, MysqlGrants.of(connection), schema, name);
    }

    private static Optional<String> log(Connection connection, MysqlGrants grants, String schema, String name)
            throws SQLException {
        if (!grants.has("TRIGGER", schema, name)) {
            return Optional.of("the user may not make triggers on it (TRIGGER)");
        }
        Map<String, String> settings = new HashMap<>();
        Queries.each(connection, LOG, List.of(), row -> settings.put(row.getString(1), row.getString(2)));
        if (!"ON".equals(settings.get("log_bin"))) {
            return Optional.empty();
        }
        if ("STATEMENT".equals(settings.get("binlog_format"))) {
            return Optional.of("the server logs statements (binlog_format), so that nothing can be read without locks");
        }
        return "OFF".equals(settings.get("log_bin_trust_function_creators")) && !grants.has("SUPER")
                ? Optional.of("the server lets no user without SUPER make triggers (log_bin_trust_function_creators)")
                : Optional.empty();
    }
}
