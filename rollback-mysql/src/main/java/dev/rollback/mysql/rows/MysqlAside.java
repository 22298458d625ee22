// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.mysql.catalog.MysqlSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that set rows aside, in one transaction: which rows is kept in a temporary table of the session, as the server
 * cannot write two tables in one statement.
 */
final class MysqlAside {
    private final Relation rows;
    private final String schema;
    private final List<String> kept = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();

    MysqlAside(String schema, String name) {
        this.schema = schema;
        this.rows = new Relation(schema, name);
    }

    /** The quoted temporary table. */
    String rows() {
        return quote(rows);
    }

    String schema() {
        return schema;
    }

    MysqlAside remember(String query) {
        return keep(rows, query);
    }

    /** Another temporary table; a session that fails before it forgets them drops them all when it ends. */
    MysqlAside keep(Relation table, String query) {
        kept.add(quote(table));
        statements.add("SET " + MysqlSession.TEMPORARY + " = " + literal(String.join(", ", kept)));
        statements.add("DROP TEMPORARY TABLE IF EXISTS " + quote(table));
        statements.add("CREATE TEMPORARY TABLE " + quote(table) + " AS\n" + query);
        return this;
    }

    MysqlAside run(String statement) {
        statements.add(statement);
        return this;
    }

    /** Rows go in any order: those that point to them go too, and no row is changed or removed unasked. */
    MysqlAside unchecked(List<String> deletes) {
        statements.add("SET SESSION foreign_key_checks = 0");
        statements.addAll(deletes);
        statements.add("SET SESSION foreign_key_checks = 1");
        return this;
    }

    List<String> forget() {
        statements.add("DROP TEMPORARY TABLE " + String.join(", ", kept));
        statements.add("SET " + MysqlSession.TEMPORARY + " = NULL");
        return List.copyOf(statements);
    }
}
