// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

/** Questions about the database. {@code %s} stands for a list of parameters. */
final class H2ServerQueries {
    static final String EXISTING_SCHEMAS = """
            SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME IN (%s)
            """;

    static final String RELATIONS = """
            SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA = ? AND TABLE_TYPE <> 'LOCAL TEMPORARY'
            """;

    static final String COLUMNS = """
            SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            ORDER BY ORDINAL_POSITION
            """;

    static final String ADMIN = """
            SELECT 1 FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER AND IS_ADMIN
            """;

    static final String SIZES = """
            SELECT TABLE_SCHEMA AS in_schema, TABLE_NAME AS name, ROW_COUNT_ESTIMATE AS estimate
            FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA IN (%s)
            """;

    static final String KEY_INDEX = """
            SELECT INDEX_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA = ? AND CONSTRAINT_NAME = ? AND INDEX_NAME IS NOT NULL
            """;

    static final String POSITION = """
            SELECT CAST(CURRENT_TIMESTAMP(9) AS CHARACTER VARYING)
            """;

    /** By quoted table and quoted column, then by schema and name of the table and the quoted column, then those and the name. */
    static final String DEPENDENTS = """
            SELECT 'view ' || TABLE_SCHEMA || '.' || TABLE_NAME AS name
            FROM INFORMATION_SCHEMA.VIEWS
            WHERE POSITION(? IN VIEW_DEFINITION) > 0 AND POSITION(? IN VIEW_DEFINITION) > 0
            UNION
            SELECT 'column ' || COLUMN_NAME
            FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND POSITION(? IN GENERATION_EXPRESSION) > 0
            UNION
            SELECT LOWER(c.CONSTRAINT_TYPE) || ' ' || c.CONSTRAINT_NAME
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
            JOIN INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE u
              ON u.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND u.CONSTRAINT_NAME = c.CONSTRAINT_NAME
            WHERE u.TABLE_SCHEMA = ? AND u.TABLE_NAME = ? AND u.COLUMN_NAME = ?
            ORDER BY 1
            """;

    private H2ServerQueries() {}
}
