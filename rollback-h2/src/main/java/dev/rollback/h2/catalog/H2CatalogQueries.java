// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

/** The catalog queries. {@code %s} stands for the list of schemas. */
final class H2CatalogQueries {
    static final String DATABASE = """
            SELECT H2VERSION() AS version, COALESCE(DATABASE_PATH(), 'mem:' || DATABASE()) AS place
            """;

    static final String SCHEMAS = """
            SELECT SCHEMA_NAME AS name, SCHEMA_OWNER AS owner, REMARKS AS remarks
            FROM INFORMATION_SCHEMA.SCHEMATA
            WHERE SCHEMA_NAME IN (%s)
            """;

    static final String TABLES = """
            SELECT TABLE_SCHEMA AS in_schema, TABLE_NAME AS name, TABLE_TYPE AS kind, STORAGE_TYPE AS storage,
              TABLE_CLASS AS class, REMARKS AS remarks, DB_OBJECT_SQL('TABLE', TABLE_SCHEMA, TABLE_NAME) AS text
            FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA IN (%s) AND TABLE_TYPE <> 'LOCAL TEMPORARY'
            ORDER BY 1, 2
            """;

    static final String COLUMNS = """
            SELECT TABLE_SCHEMA AS in_schema, TABLE_NAME AS in_table, COLUMN_NAME AS name, COLUMN_DEFAULT AS given,
              IS_NULLABLE AS nullable, DOMAIN_SCHEMA AS domain_schema, DOMAIN_NAME AS domain,
              IDENTITY_GENERATION AS identity, IDENTITY_START AS start_value, IDENTITY_INCREMENT AS step,
              IDENTITY_MINIMUM AS lowest, IDENTITY_MAXIMUM AS highest, IDENTITY_CYCLE AS cycle,
              IDENTITY_BASE AS base, IDENTITY_CACHE AS cached, GENERATION_EXPRESSION AS generated,
              COLUMN_ON_UPDATE AS on_update, IS_VISIBLE AS visible, DEFAULT_ON_NULL AS default_on_null, REMARKS AS remarks
            FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA IN (%s)
            ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
            """;

    static final String CONSTRAINTS = """
            SELECT CONSTRAINT_SCHEMA AS in_schema, CONSTRAINT_NAME AS name, CONSTRAINT_TYPE AS kind,
              TABLE_NAME AS in_table, REMARKS AS remarks, INDEX_SCHEMA AS index_schema, INDEX_NAME AS index_name,
              DB_OBJECT_SQL('CONSTRAINT', CONSTRAINT_SCHEMA, CONSTRAINT_NAME) AS text
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA IN (%s)
            """;

    /** Not joined to the constraints: H2 would make the whole list anew for each of them. */
    static final String REFERENCES = """
            SELECT CONSTRAINT_SCHEMA AS in_schema, CONSTRAINT_NAME AS name,
              UNIQUE_CONSTRAINT_SCHEMA AS key_schema, UNIQUE_CONSTRAINT_NAME AS key_name
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA IN (%s)
            """;

    static final String GENERATED_INDEXES = """
            SELECT INDEX_SCHEMA AS in_schema, INDEX_NAME AS name
            FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA IN (%s) AND IS_GENERATED
            """;

    /** Of all schemas, as a foreign key may point to another one. */
    static final String KEY_COLUMNS = """
            SELECT CONSTRAINT_SCHEMA AS in_schema, CONSTRAINT_NAME AS name, TABLE_SCHEMA AS table_schema,
              TABLE_NAME AS in_table, COLUMN_NAME AS column_name, POSITION_IN_UNIQUE_CONSTRAINT AS key_position
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
            ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION
            """;

    static final String INDEXES = """
            SELECT INDEX_SCHEMA AS in_schema, INDEX_NAME AS name, TABLE_NAME AS in_table, REMARKS AS remarks,
              DB_OBJECT_SQL('INDEX', INDEX_SCHEMA, INDEX_NAME) AS text
            FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA IN (%s) AND NOT IS_GENERATED AND INDEX_TYPE_NAME <> 'PRIMARY KEY'
            """;

    static final String INDEX_COLUMNS = """
            SELECT INDEX_SCHEMA AS in_schema, INDEX_NAME AS name, COLUMN_NAME AS column_name, IS_UNIQUE AS counted
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS
            WHERE TABLE_SCHEMA IN (%s)
            ORDER BY INDEX_SCHEMA, INDEX_NAME, ORDINAL_POSITION
            """;

    static final String SEQUENCES = """
            SELECT SEQUENCE_SCHEMA AS in_schema, SEQUENCE_NAME AS name, DATA_TYPE AS type, START_VALUE AS start_value,
              INCREMENT AS step, MINIMUM_VALUE AS lowest, MAXIMUM_VALUE AS highest, CYCLE_OPTION AS cycle,
              BASE_VALUE AS base, CACHE AS cached, REMARKS AS remarks
            FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA IN (%s)
            """;

    static final String DOMAINS = """
            SELECT DOMAIN_SCHEMA AS in_schema, DOMAIN_NAME AS name, DOMAIN_DEFAULT AS given, DOMAIN_ON_UPDATE AS on_update,
              REMARKS AS remarks, DB_OBJECT_SQL('DOMAIN', DOMAIN_SCHEMA, DOMAIN_NAME) AS text
            FROM INFORMATION_SCHEMA.DOMAINS
            WHERE DOMAIN_SCHEMA IN (%s)
            """;

    static final String DOMAIN_CONSTRAINTS = """
            SELECT CONSTRAINT_SCHEMA AS in_schema, CONSTRAINT_NAME AS name, DOMAIN_SCHEMA AS domain_schema,
              DOMAIN_NAME AS domain, REMARKS AS remarks,
              DB_OBJECT_SQL('CONSTRAINT', CONSTRAINT_SCHEMA, CONSTRAINT_NAME) AS text
            FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA IN (%s)
            """;

    static final String CONSTANTS = """
            SELECT CONSTANT_SCHEMA AS in_schema, CONSTANT_NAME AS name, REMARKS AS remarks,
              DB_OBJECT_SQL('CONSTANT', CONSTANT_SCHEMA, CONSTANT_NAME) AS text
            FROM INFORMATION_SCHEMA.CONSTANTS
            WHERE CONSTANT_SCHEMA IN (%s)
            """;

    static final String ROUTINES = """
            SELECT DISTINCT ROUTINE_SCHEMA AS in_schema, ROUTINE_NAME AS name, ROUTINE_TYPE = 'AGGREGATE' AS aggregate,
              REMARKS AS remarks, DB_OBJECT_SQL('ROUTINE', ROUTINE_SCHEMA, ROUTINE_NAME) AS text
            FROM INFORMATION_SCHEMA.ROUTINES
            WHERE ROUTINE_SCHEMA IN (%s)
            """;

    static final String TRIGGERS = """
            SELECT DISTINCT TRIGGER_SCHEMA AS in_schema, TRIGGER_NAME AS name, EVENT_OBJECT_SCHEMA AS table_schema,
              EVENT_OBJECT_TABLE AS in_table, REMARKS AS remarks,
              DB_OBJECT_SQL('TRIGGER', TRIGGER_SCHEMA, TRIGGER_NAME) AS text
            FROM INFORMATION_SCHEMA.TRIGGERS
            WHERE EVENT_OBJECT_SCHEMA IN (%s)
            """;

    static final String SYNONYMS = """
            SELECT SYNONYM_SCHEMA AS in_schema, SYNONYM_NAME AS name,
              DB_OBJECT_SQL('SYNONYM', SYNONYM_SCHEMA, SYNONYM_NAME) AS text
            FROM INFORMATION_SCHEMA.SYNONYMS
            WHERE SYNONYM_SCHEMA IN (%s)
            """;

    static final String RIGHTS = """
            SELECT TABLE_SCHEMA AS in_schema, TABLE_NAME AS in_table, GRANTEE AS grantee, RIGHTS AS granted
            FROM INFORMATION_SCHEMA.RIGHTS
            WHERE TABLE_SCHEMA IN (%s) AND RIGHTS IS NOT NULL
            """;

    private H2CatalogQueries() {}
}
