// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

/** MariaDB, whose checks are named within their table only, and whose defaults may be the word NULL. */
final class MariaDbProduct extends MysqlProduct {
    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public String rules() {
        return """
                WITH here AS (SELECT ? AS name)
                SELECT c.table_name AS table_name, '' AS column_name, c.check_clause AS rule
                FROM here h JOIN information_schema.check_constraints c ON c.constraint_schema = h.name
                UNION ALL
                SELECT p.table_name, '', concat(p.partition_expression, ' ', p.partition_description)
                FROM here h JOIN information_schema.partitions p ON p.table_schema = h.name
                WHERE p.partition_description IS NOT NULL
                ORDER BY 1, 3
                """;
    }
}
