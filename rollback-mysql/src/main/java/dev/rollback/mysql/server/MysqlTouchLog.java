// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Range;
import dev.rollback.dialect.TouchLog;
import dev.rollback.model.Column;
import dev.rollback.mysql.catalog.MysqlTouches;
import dev.rollback.mysql.rows.MysqlRowSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Triggers that write keys into a table of the backup schema. Its rows are numbered by UUID_SHORT(): AUTO_INCREMENT would let
 * writers of many rows wait for each other. What others may be writing is only ever read without locks, into temporary tables
 * of the session; rows are found from those on, whatever the server's statistics say.
 */
final class MysqlTouchLog implements TouchLog {
    private final Connection connection;
    private final Relation live;
    private final List<Column> key;
    private final String name;
    private final String notes;
    private final String batch;
    private final String keys;
    private final String recent;
    private boolean remembers;

    MysqlTouchLog(Followed followed) {
        this.connection = followed.connection();
        this.live = followed.live();
        this.key = followed.key();
        this.name = MysqlTouches.PREFIX + followed.run() + "_" + followed.number();
        this.notes = quote(followed.backupSchema(), name);
        this.batch = quote(followed.backupSchema(), name + "_batch");
        this.keys = quote(followed.backupSchema(), name + "_keys");
        this.recent = quote(followed.backupSchema(), name + "_recent");
    }

    /** The table comes first: it tells of the triggers, should the run be interrupted. */
    @Override
    public void begin() throws SQLException {
        String columns = IntStream.range(0, key.size())
                .mapToObj(i -> "c." + quote(key.get(i).name()) + " AS k" + i)
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE IF NOT EXISTS " + notes
                + " (n bigint unsigned NOT NULL PRIMARY KEY) ENGINE = InnoDB AS SELECT 0 AS n, " + columns + " FROM "
                + quote(live) + " c WHERE false");
        temporary(batch, "n, " + names(), "n");
        temporary(keys, names(), names());
        temporary(recent, names(), names());
        trigger("i", "INSERT", insert("NEW"));
        trigger(
                "u",
                "UPDATE",
                "BEGIN " + insert("NEW") + "; IF NOT (" + rows("OLD", "NEW", " <=> ") + ") THEN " + insert("OLD")
                        + "; END IF; END");
        trigger("d", "DELETE", insert("OLD"));
    }

    private void temporary(String table, String columns, String primaryKey) throws SQLException {
        execute("DROP TEMPORARY TABLE IF EXISTS " + table);
        execute("CREATE TEMPORARY TABLE " + table + " (PRIMARY KEY (" + primaryKey + ")) ENGINE = InnoDB AS SELECT "
                + columns + " FROM " + notes + " WHERE false");
    }

    private void trigger(String letter, String event, String body) throws SQLException {
        execute("DROP TRIGGER IF EXISTS " + trigger(letter));
        execute("CREATE TRIGGER " + trigger(letter) + " AFTER " + event + " ON " + quote(live) + " FOR EACH ROW "
                + body);
    }

    private String trigger(String letter) {
        return quote(live.schema(), name + "_" + letter);
    }

    private String insert(String row) {
        return "INSERT INTO " + notes + " (n, " + names() + ") VALUES (UUID_SHORT(), "
                + key.stream().map(c -> row + "." + quote(c.name())).collect(Collectors.joining(", ")) + ")";
    }

    private String rows(String one, String other, String operator) {
        return key.stream()
                .map(c -> one + "." + quote(c.name()) + operator + other + "." + quote(c.name()))
                .collect(Collectors.joining(" AND "));
    }

    private String names() {
        return IntStream.range(0, key.size()).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
    }

    /** The rows with the alias c that have a key of w. */
    private String matching() {
        return IntStream.range(0, key.size())
                .mapToObj(i -> "w.k" + i + " = c." + quote(key.get(i).name()))
                .collect(Collectors.joining(" AND "));
    }

    @Override
    public long backlog() throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + notes)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public long take(long most) throws SQLException {
        execute("DELETE FROM " + batch);
        execute("DELETE FROM " + keys);
        long taken = execute("INSERT INTO " + batch + " (n, " + names() + ") SELECT n, " + names() + " FROM " + notes
                + " ORDER BY n LIMIT " + most);
        if (taken > 0) {
            execute("INSERT IGNORE INTO " + keys + " (" + names() + ") SELECT " + names() + " FROM " + batch);
        }
        return taken;
    }

    @Override
    public Range rows() {
        return new Range(keys + " w STRAIGHT_JOIN " + quote(live), matching(), 0);
    }

    @Override
    public void remove(Relation copy, boolean keyed) throws SQLException {
        String table = quote(copy) + " c";
        execute("DELETE c FROM "
                + (keyed ? keys + " w STRAIGHT_JOIN " + table : table + " STRAIGHT_JOIN " + keys + " w") + " WHERE "
                + matching());
    }

    @Override
    public void done() throws SQLException {
        execute("DELETE l FROM " + batch + " w STRAIGHT_JOIN " + notes + " l ON l.n = w.n");
        if (remembers) {
            execute("INSERT IGNORE INTO " + recent + " (" + names() + ") SELECT " + names() + " FROM " + keys);
        }
    }

    @Override
    public void forgetRecent() throws SQLException {
        execute("DELETE FROM " + recent);
        remembers = true;
    }

    @Override
    public String sumOfRecent(Relation relation, List<Column> columns) throws SQLException {
        String from = recent + " w STRAIGHT_JOIN " + quote(relation) + " c WHERE " + matching();
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(MysqlRowSql.checksum(from, columns))) {
            row.next();
            return row.getLong(1) + ":" + row.getString(2);
        }
    }

    @Override
    public void continueNumbers(Relation copy) throws SQLException {
        String next = Queries.text(
                        connection,
                        "SELECT AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                        live.schema(),
                        live.name())
                .orElse("");
        if (!next.isEmpty()) { // the server itself never goes below the highest number
            execute("ALTER TABLE " + quote(copy) + " AUTO_INCREMENT = " + next);
        }
    }

    @Override
    public void end() throws SQLException {
        for (String letter : List.of("i", "u", "d")) {
            execute("DROP TRIGGER IF EXISTS " + trigger(letter));
        }
        execute("DROP TABLE IF EXISTS " + notes);
        for (String table : List.of(batch, keys, recent)) {
            execute("DROP TEMPORARY TABLE IF EXISTS " + table);
        }
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
