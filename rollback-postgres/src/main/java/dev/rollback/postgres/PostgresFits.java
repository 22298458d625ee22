// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A function of the session that tells whether a text is a value of a type. It lives in pg_temp, so nothing of it stays
 * in the database. (pg_input_is_valid does the same from PostgreSQL 16 on, but lets texts pass that a cast cuts short.)
 */
final class PostgresFits {
    private PostgresFits() {}

    /** What cannot be known before a dropped type is back counts as fitting. */
    private static final String CREATE = """
            CREATE OR REPLACE FUNCTION pg_temp.rollback_fits(value text, type text) RETURNS boolean
            LANGUAGE plpgsql STABLE AS $$
            DECLARE
                known oid := pg_catalog.to_regtype(type);
                held text;
            BEGIN
                IF value IS NULL OR known IS NULL THEN
                    RETURN true;
                END IF;
                EXECUTE 'SELECT CAST($1 AS ' || type || ')::text' INTO held USING value;
                RETURN (SELECT t.typcategory NOT IN ('S', 'V') FROM pg_catalog.pg_type t WHERE t.oid = known)
                    OR pg_catalog.char_length(pg_catalog.rtrim(held)) = pg_catalog.char_length(pg_catalog.rtrim(value));
            EXCEPTION WHEN OTHERS THEN
                RETURN false;
            END
            $$
            """;

    private static final String DROP = "DROP FUNCTION IF EXISTS pg_temp.rollback_fits(text, text)";

    static String call(String text, String type) {
        return "pg_temp.rollback_fits(" + text + ", " + PostgresIdentifiers.literal(type) + ")";
    }

    /** Makes the function; needs the privilege TEMPORARY and a session that may write. */
    static void create(Connection connection) throws SQLException {
        run(connection, CREATE);
    }

    static void drop(Connection connection) throws SQLException {
        run(connection, DROP);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
