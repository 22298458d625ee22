// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads other sessions from what the server lists. */
final class MysqlSessions {
    private static final int QUERY_LENGTH = 80;

    /** By number. */
    private static final String ONE = """
            SELECT p.ID AS id, '' AS application, p.USER AS user_name, concat_ws(': ', p.COMMAND, p.STATE) AS state,
              unix_timestamp() - p.TIME AS since, p.INFO AS query, '' AS holds, 0 AS waits_for_us
            FROM information_schema.PROCESSLIST p
            WHERE p.ID = ?
            """;

    private MysqlSessions() {}

    /** One that other users' privileges hide is known by its number alone. */
    static Session byNumber(Connection connection, String number) throws SQLException {
        return Queries.list(connection, ONE, List.of(number), MysqlSessions::of).stream()
                .findFirst()
                .orElseGet(() -> new Session("session " + number, "", "", "", null, "", List.of(), false));
    }

    /** Of a row of {@code id, application, user_name, state, since, query, holds, waits_for_us}. */
    static Session of(ResultSet row) throws SQLException {
        long since = row.getLong("since");
        boolean unknown = row.wasNull();
        String holds = word(row.getString("holds"));
        return new Session(
                "session " + row.getLong("id"),
                word(row.getString("application")),
                word(row.getString("user_name")),
                word(row.getString("state")),
                unknown ? null : Instant.ofEpochSecond(since),
                line(word(row.getString("query"))),
                holds.isEmpty() ? List.of() : Arrays.asList(holds.split(", ")),
                row.getBoolean("waits_for_us"));
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String line(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= QUERY_LENGTH ? line : line.substring(0, QUERY_LENGTH) + "...";
    }
}
