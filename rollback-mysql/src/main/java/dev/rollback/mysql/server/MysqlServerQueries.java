// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

/** The queries of {@link MysqlServer}. {@code %s} is a list of parameters. */
final class MysqlServerQueries {
    static final String EXISTING_SCHEMAS = """
            SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN (%s) ORDER BY SCHEMA_NAME
            """;

    static final String RELATIONS = """
            SELECT TABLE_NAME FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = ? AND TABLE_TYPE <> 'SEQUENCE'
            ORDER BY TABLE_NAME
            """;

    static final String READ_ONLY = """
            SELECT @@global.read_only <> 0 AS read_only, @@global.super_read_only AS super_read_only,
              @@innodb_read_only AS innodb, @@session.transaction_read_only AS session
            """;

    static final String READ_ONLY_MARIADB = """
            SELECT @@global.read_only <> 0 AS read_only, 0 AS super_read_only,
              @@innodb_read_only AS innodb, @@session.tx_read_only AS session
            """;

    /** Moments of the server's own clock. */
    static final String POSITION = "SELECT date_format(utc_timestamp(6), '%Y-%m-%d %H:%i:%s.%f')";

    /** By pairs of schema and name. */
    static final String SIZES = """
            SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS name, coalesce(TABLE_ROWS, 0) AS `rows`,
              coalesce(DATA_LENGTH, 0) + coalesce(INDEX_LENGTH, 0) AS bytes
            FROM information_schema.TABLES
            WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND (TABLE_SCHEMA, TABLE_NAME) IN (%s)
            """;

    /** By schema and name. */
    static final String PARTITIONS = """
            SELECT coalesce(SUBPARTITION_NAME, PARTITION_NAME) AS name, TABLE_ROWS AS `rows`,
              DATA_LENGTH + INDEX_LENGTH AS bytes
            FROM information_schema.PARTITIONS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND PARTITION_NAME IS NOT NULL
            ORDER BY name
            """;

    /** By schema and name: the columns of the primary key. */
    static final String KEY = """
            SELECT s.COLUMN_NAME AS name, c.DATA_TYPE AS type, s.SUB_PART IS NOT NULL AS prefix
            FROM information_schema.STATISTICS s
            JOIN information_schema.COLUMNS c
              ON c.TABLE_SCHEMA = s.TABLE_SCHEMA AND c.TABLE_NAME = s.TABLE_NAME AND c.COLUMN_NAME = s.COLUMN_NAME
            WHERE s.TABLE_SCHEMA = ? AND s.TABLE_NAME = ? AND s.INDEX_NAME = 'PRIMARY'
            ORDER BY s.SEQ_IN_INDEX
            """;

    private MysqlServerQueries() {}
}
