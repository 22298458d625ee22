// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.dialect.Queries;
import dev.rollback.postgres.names.PostgresIdentifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function of the session that tells whether a text is a value of a type. It lives in pg_temp, so nothing of it stays
 * in the database. (pg_input_is_valid of PostgreSQL 16 is no substitute: it has no say on texts that a cast cuts short.)
 */
public final class PostgresFits {
    /** A privilege is missing; nothing can be written. */
    private static final Set<String> IMPOSSIBLE = Set.of("42501", "25006");

    private static final String DENIED = "42501";

    /** There is no such function, or no schema of the session at all. */
    private static final Set<String> UNDEFINED = Set.of("42883", "3F000");

    /** What cannot be known before a dropped type is back counts as fitting. */
    public static final String CREATE = """
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
                RETURN (SELECT CASE t.typcategory WHEN 'S' THEN held = value
                                                  WHEN 'V' THEN pg_catalog.length(held) = pg_catalog.length(value)
                                                  ELSE true END
                        FROM pg_catalog.pg_type t WHERE t.oid = known);
            EXCEPTION WHEN OTHERS THEN
                RETURN false;
            END
            $$
            """;

    public static final String DROP = "DROP FUNCTION IF EXISTS pg_temp.rollback_fits(text, text)";

    private PostgresFits() {}

    static String call(String text, String type) {
        return "pg_temp.rollback_fits(" + text + ", " + PostgresIdentifiers.literal(type) + ")";
    }

    /**
     * Makes the function. Without the privilege TEMPORARY, or where nothing can be written, there is none, and a statement
     * that needs it fails as an undefined function; most need it not.
     *
     * @return why there is none; empty when there is
     */
    public static Optional<SQLException> create(Connection connection) throws SQLException {
        return tryTo(connection, CREATE);
    }

    /** @param why there is no function */
    public static SQLException explain(SQLException failure, SQLException why) {
        String state = failure.getSQLState();
        if (state == null || !UNDEFINED.contains(state)) {
            return failure;
        }
        String lacking = DENIED.equals(why.getSQLState())
                ? "the role lacks TEMPORARY on the database"
                : "the session is read-only, and making a function counts as writing";
        return new SQLException(
                lacking + ": values of a changed type can be tried only with a function in pg_temp",
                why.getSQLState(),
                failure);
    }

    public static void drop(Connection connection) throws SQLException {
        tryTo(connection, DROP);
    }

    private static Optional<SQLException> tryTo(Connection connection, String sql) throws SQLException {
        @Nullable SQLException failure = null;
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try (Statement statement = Queries.statement(connection)) {
            statement.execute(sql);
        } catch (SQLException e) {
            failure = e;
            if (!IMPOSSIBLE.contains(e.getSQLState())) {
                throw e;
            }
            if (before != null) {
                connection.rollback(before);
            }
        }
        if (before != null) {
            connection.releaseSavepoint(before);
        }
        return Optional.ofNullable(failure);
    }
}
