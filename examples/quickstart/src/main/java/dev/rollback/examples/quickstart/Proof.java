// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.quickstart;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The second opinion: plain SQL that compares the tables with the copies of witness.sql. Nothing here uses the library. Each
 * query gives how many things were compared and how many of them are wrong.
 */
final class Proof {
    private static final String SAME_SET = """
            SELECT (SELECT count(*) FROM before),
                   (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE after) x)
                 + (SELECT count(*) FROM (TABLE after EXCEPT ALL TABLE before) y)""";
    private static final String STILL_THERE = """
            SELECT (SELECT count(*) FROM before),
                   (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE after) x)""";
    /** Whom the application deleted, and whom it renamed: see application.sql. */
    private static final String LEFT = "w.customer_no % 1000 = 1";

    private static final String RENAMED = "w.customer_no % 50 = 10";

    private final List<Check> checks = new ArrayList<>();

    /**
     * One comparison.
     *
     * @param claim what must be true
     * @param sql gives how many things were compared, and how many are wrong
     */
    private record Check(String claim, String sql) {}

    /**
     * What a check found.
     *
     * @param claim what must be true
     * @param compared how many things were looked at
     * @param wrong for how many of them it is not true
     */
    record Result(String claim, long compared, long wrong) {}

    Proof(Sizes sizes) {
        shape();
        old();
        written(sizes);
    }

    List<Result> run(DataSource source) throws SQLException {
        List<Result> results = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = journal; SET TimeZone = 'UTC'");
            for (Check check : checks) {
                try (ResultSet row = statement.executeQuery(check.sql())) {
                    row.next();
                    results.add(new Result(check.claim(), row.getLong(1), row.getLong(2)));
                }
            }
        }
        return results;
    }

    private void shape() {
        add("columns: names, types, order, defaults", """
                WITH before AS (TABLE quickstart_witness.columns), after AS (
                    SELECT table_name::text, column_name::text, ordinal_position::int, data_type::text,
                           character_maximum_length::int, is_nullable::text, column_default::text
                    FROM information_schema.columns WHERE table_schema = 'journal')
                """ + SAME_SET);
        add("keys and constraints", """
                WITH before AS (TABLE quickstart_witness.constraints), after AS (
                    SELECT c.relname::text, o.conname::text, pg_get_constraintdef(o.oid)
                    FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
                    WHERE o.connamespace = 'journal'::regnamespace)
                """ + SAME_SET);
        add("tables, views, indexes, sequences", """
                WITH before AS (TABLE quickstart_witness.relations), after AS (
                    SELECT relname::text, relkind::text FROM pg_class WHERE relnamespace = 'journal'::regnamespace)
                """ + SAME_SET);
    }

    private void old() {
        add("users nobody touched, byte for byte", """
                WITH before AS (SELECT * FROM quickstart_witness.users w WHERE NOT (%s) AND NOT (%s)),
                     after AS (SELECT * FROM users)
                """.formatted(LEFT, RENAMED) + STILL_THERE);
        add("keys that were upper-case still are", """
                SELECT count(*), count(*) FILTER (WHERE u.id IS NULL)
                FROM quickstart_witness.users w LEFT JOIN users u USING (id)
                WHERE w.id <> lower(w.id) AND NOT (%s)""".formatted(LEFT));
        add("phone numbers, dropped by the migration", """
                SELECT count(*), count(*) FILTER (WHERE u.phone IS DISTINCT FROM w.phone)
                FROM quickstart_witness.users w LEFT JOIN users u USING (id)
                WHERE w.phone IS NOT NULL AND NOT (%s)""".formatted(LEFT));
        unchanged("journal_entries", "user_id");
        add("tags", """
                WITH before AS (
                    SELECT t.* FROM quickstart_witness.tags t
                    JOIN quickstart_witness.journal_entries e ON e.id = t.entry_id
                    JOIN quickstart_witness.users w ON w.id = e.user_id AND NOT (%s)), after AS (SELECT * FROM tags)
                """.formatted(LEFT) + STILL_THERE);
        unchanged("reminders", "user_id");
        add("metrics, in one table again", """
                WITH before AS (TABLE quickstart_witness.metrics), after AS (SELECT * FROM ONLY metrics)
                """ + STILL_THERE);
    }

    private void written(Sizes sizes) {
        add("people who came since, with entry and tag", """
                SELECT %1$d, %1$d - count(*) FROM users u
                JOIN journal_entries e ON e.user_id = u.id JOIN tags t ON t.entry_id = e.id AND t.name = 'first'
                WHERE u.email LIKE 'new%%'""".formatted(sizes.newUsers()));
        add("people who renamed themselves since", """
                SELECT count(*), count(*) FILTER (WHERE u.display_name IS DISTINCT FROM 'Renamed ' || w.customer_no)
                FROM quickstart_witness.users w LEFT JOIN users u USING (id) WHERE %s""".formatted(RENAMED));
        add("people who left since, and stay away", """
                SELECT count(*), count(u.id)
                FROM quickstart_witness.users w LEFT JOIN users u USING (id) WHERE %s""".formatted(LEFT));
        add("metrics measured since", """
                SELECT %1$d, %1$d - count(*) FROM metrics WHERE value = 1.25 AND taken_at > '2025-12-30'""".formatted(sizes.newMetrics()));
    }

    private void unchanged(String table, String owner) {
        add(table.replace('_', ' '), """
                WITH before AS (
                    SELECT t.* FROM quickstart_witness.%1$s t
                    JOIN quickstart_witness.users w ON w.id = t.%2$s AND NOT (%3$s)), after AS (SELECT * FROM %1$s)
                """.formatted(table, owner, LEFT) + STILL_THERE);
    }

    private void add(String claim, String sql) {
        checks.add(new Check(claim, sql));
    }
}
