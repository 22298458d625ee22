// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that set rows aside, in one transaction: which rows is kept in a temporary table of the session, as the server
 * cannot write two tables in one statement.
 */
final class MysqlAside {
    private final Relation rows;
    private final String schema;
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
        statements.add("DROP TEMPORARY TABLE IF EXISTS " + rows());
        statements.add("CREATE TEMPORARY TABLE " + rows() + " AS\n" + query);
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
        statements.add("DROP TEMPORARY TABLE " + rows());
        return List.copyOf(statements);
    }
}
