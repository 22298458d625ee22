// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.mysql.catalog.MysqlTouches;
import dev.rollback.mysql.ddl.MysqlDdl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What interrupted runs leave in the users' schemas; the catalog tells. */
final class MysqlLeftOver {
    /** By the quoted table of the notes. */
    private static final String TRIGGERS = """
            SELECT TRIGGER_SCHEMA, TRIGGER_NAME
            FROM information_schema.TRIGGERS
            WHERE locate(?, ACTION_STATEMENT) > 0
            ORDER BY 1, 2
            """;

    /** By schema and name. */
    private static final String TRIGGERS_OF = """
            SELECT TRIGGER_SCHEMA, TRIGGER_NAME
            FROM information_schema.TRIGGERS
            WHERE EVENT_OBJECT_SCHEMA = ? AND EVENT_OBJECT_TABLE = ?
            ORDER BY 1, 2
            """;

    private MysqlLeftOver() {}

    /** Triggers first: without their table they would fail the writers. */
    static List<Relation> end(Connection connection, String backupSchema) throws SQLException {
        List<Relation> ended = new ArrayList<>();
        for (String name : new MysqlServer().relations(connection, backupSchema)) {
            if (MysqlTouches.isTable(name)) {
                Relation notes = new Relation(backupSchema, name);
                for (Relation trigger : triggers(connection, TRIGGERS, List.of("INSERT INTO " + quote(notes) + " "))) {
                    if (MysqlTouches.isTrigger(trigger.name())) {
                        drop(connection, trigger);
                    }
                }
                Queries.execute(connection, "DROP TABLE IF EXISTS " + quote(notes));
                ended.add(notes);
            }
        }
        return ended;
    }

    /** Its triggers go, as none may leave a schema; so do checks in the way, and its foreign keys, which would go on holding the users' rows. */
    static void settle(Connection connection, Relation exchanged, Relation aside, boolean checksShareNames)
            throws SQLException {
        if (MysqlLocks.existing(connection, List.of(exchanged)).isEmpty()
                || !MysqlLocks.existing(connection, List.of(aside)).isEmpty()) {
            return;
        }
        for (Relation trigger : triggers(connection, TRIGGERS_OF, List.of(exchanged.schema(), exchanged.name()))) {
            drop(connection, trigger);
        }
        if (checksShareNames) {
            for (String sql : MysqlDdl.dropChecks(exchanged)) {
                Queries.execute(connection, sql);
            }
        }
        Queries.execute(connection, "RENAME TABLE " + quote(exchanged) + " TO " + quote(aside));
        for (String sql : MysqlDdl.dropForeignKeys(aside)) {
            Queries.execute(connection, sql);
        }
    }

    private static List<Relation> triggers(Connection connection, String query, List<String> values)
            throws SQLException {
        return Queries.list(connection, query, values, row -> new Relation(row.getString(1), row.getString(2)));
    }

    private static void drop(Connection connection, Relation trigger) throws SQLException {
        Queries.execute(connection, "DROP TRIGGER IF EXISTS " + quote(trigger));
    }
}
