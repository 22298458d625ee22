// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

/** The queries of the catalog reader. {@code %s} is the list of schemas. Aliases in capitals are the same on both products. */
final class MysqlCatalogQueries {
    /** What tells this server from every other one. */
    static final String SERVER = "SELECT @@server_uuid AS server, version() AS version";

    /** MariaDB has no number of its own; the directory of the data is as good as the machine's name. */
    static final String SERVER_MARIADB = "SELECT concat(@@hostname, ':', @@datadir) AS server, version() AS version";

    static final String SCHEMATA = """
            SELECT SCHEMA_NAME AS name, DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation
            FROM information_schema.SCHEMATA
            WHERE SCHEMA_NAME IN (%s)
            """;

    static final String TABLES = """
            SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS name, TABLE_TYPE AS kind, ENGINE AS engine
            FROM information_schema.TABLES
            WHERE TABLE_SCHEMA IN (%s) AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE')
            ORDER BY TABLE_SCHEMA, TABLE_NAME
            """;

    /** InnoDB's numbers of tables, by the names of their files. */
    static final String TABLE_IDS = "SELECT TABLE_ID AS id, NAME AS name FROM information_schema.INNODB_TABLES";

    static final String TABLE_IDS_MARIADB =
            "SELECT TABLE_ID AS id, NAME AS name FROM information_schema.INNODB_SYS_TABLES";

    static final String VIEWS = """
            SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS name, VIEW_DEFINITION AS text, CHECK_OPTION AS checked,
              DEFINER AS definer, SECURITY_TYPE AS security, CHARACTER_SET_CLIENT AS charset,
              COLLATION_CONNECTION AS collation
            FROM information_schema.VIEWS
            WHERE TABLE_SCHEMA IN (%s)
            ORDER BY TABLE_SCHEMA, TABLE_NAME
            """;

    static final String ROUTINES = """
            SELECT ROUTINE_SCHEMA AS `schema`, ROUTINE_NAME AS name, ROUTINE_TYPE AS kind
            FROM information_schema.ROUTINES
            WHERE ROUTINE_SCHEMA IN (%s)
            ORDER BY ROUTINE_SCHEMA, ROUTINE_NAME
            """;

    static final String TRIGGERS = """
            SELECT TRIGGER_SCHEMA AS `schema`, TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS `table`,
              concat(ACTION_TIMING, ' ', EVENT_MANIPULATION) AS moment
            FROM information_schema.TRIGGERS
            WHERE TRIGGER_SCHEMA IN (%s)
            ORDER BY TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
            """;

    static final String EVENTS = """
            SELECT EVENT_SCHEMA AS `schema`, EVENT_NAME AS name
            FROM information_schema.EVENTS
            WHERE EVENT_SCHEMA IN (%s)
            ORDER BY EVENT_SCHEMA, EVENT_NAME
            """;

    /** Grants on schemas, tables and columns; a column's privilege carries its name in parentheses. */
    static final String PRIVILEGES = """
            SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS name, GRANTEE AS grantee, PRIVILEGE_TYPE AS privilege,
              IS_GRANTABLE AS grantable, '' AS `column`
            FROM information_schema.TABLE_PRIVILEGES
            WHERE TABLE_SCHEMA IN (%s)
            UNION ALL
            SELECT TABLE_SCHEMA, TABLE_NAME, GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE, COLUMN_NAME
            FROM information_schema.COLUMN_PRIVILEGES
            WHERE TABLE_SCHEMA IN (%s)
            UNION ALL
            SELECT TABLE_SCHEMA, '', GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE, ''
            FROM information_schema.SCHEMA_PRIVILEGES
            WHERE TABLE_SCHEMA IN (%s)
            ORDER BY 1, 2, 3, 4, 6
            """;

    /** Nowhere in the information schema. */
    static final String ROUTINE_PRIVILEGES = """
            SELECT Db AS `schema`, Routine_name AS name, Routine_type AS kind,
              concat(quote(User), '@', quote(Host)) AS grantee, Proc_priv AS privileges
            FROM mysql.procs_priv
            WHERE Db IN (%s)
            ORDER BY 1, 2, 3, 4
            """;

    /** Who has any privilege on a schema. */
    static final String GRANTEES_OF_SCHEMA =
            "SELECT GRANTEE AS grantee FROM information_schema.SCHEMA_PRIVILEGES WHERE TABLE_SCHEMA = %s";

    /** Who has any privilege on a table or its columns. */
    static final String GRANTEES_OF_TABLE = """
            SELECT GRANTEE AS grantee FROM information_schema.TABLE_PRIVILEGES
            WHERE TABLE_SCHEMA = %1$s AND TABLE_NAME = %2$s
            UNION SELECT GRANTEE FROM information_schema.COLUMN_PRIVILEGES
            WHERE TABLE_SCHEMA = %1$s AND TABLE_NAME = %2$s""";

    /** Who has any privilege on a routine. */
    static final String GRANTEES_OF_ROUTINE = """
            SELECT concat(quote(User), '@', quote(Host)) AS grantee FROM mysql.procs_priv
            WHERE Db = %s AND Routine_name = %s AND Routine_type = %s""";

    private MysqlCatalogQueries() {}
}
