// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.capture.Scope;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.catalog.MysqlSchemaReader;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.ddl.MysqlDdl;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;

/** A database with a saved state: its tables, and their rows in another database under the same names. */
final class MysqlRowsFixture implements AutoCloseable {
    static final RowSql SQL = new MysqlRowSql();

    final TestDatabase database;
    final String live;
    final String backup;
    final Connection connection;
    DatabaseModel before = new DatabaseModel("", "", "", List.of(), List.of());
    final MysqlSession session;

    MysqlRowsFixture(TestMysqlServer server, String before) throws SQLException {
        database = server.freshDatabase();
        live = database.name();
        backup = live + "_backup";
        connection = database.connection();
        session = MysqlSession.prepare(connection);
        run(List.of(
                "CREATE DATABASE " + backup,
                "CREATE TABLE " + backup + ".rollback_quarantine (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + " run bigint, table_name text, reason text, row_key text, row_data json,"
                        + " at timestamp DEFAULT CURRENT_TIMESTAMP) DEFAULT CHARSET = utf8mb4"));
        database.execute(before);
        save();
    }

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return Stream.of(Named.of("MySQL", TestMysql::shared), Named.of("MariaDB", TestMariaDb::shared));
    }

    /** Takes the present state as the one to go back to. */
    void save() throws SQLException {
        before = model();
        for (Table table : before.all(Table.class).toList()) {
            List<List<String>> keys = before.partsOf(table.id()).stream()
                    .filter(p -> p instanceof Constraint c && c.isKey())
                    .map(p -> ((Constraint) p).columns())
                    .toList();
            run(SQL.save(table, keys, Relation.of(table.id()), saved(table.id().name())));
            update("INSERT INTO " + MysqlNames.quote(saved(table.id().name())) + " SELECT "
                    + MysqlRows.names(
                            table.storedColumns().stream().map(Column::name).toList())
                    + " FROM " + MysqlNames.quote(table.id()));
        }
    }

    DatabaseModel model() throws SQLException {
        return new MysqlSchemaReader().read(connection, Scope.of(List.of(live)));
    }

    Relation saved(String table) {
        return new Relation(backup, table);
    }

    Table old(String table) {
        return before.table(ObjectId.table(live, table)).orElseThrow();
    }

    Table now(String table) throws SQLException {
        return model().table(ObjectId.table(live, table)).orElseThrow();
    }

    /** Columns by name, those in the map by another one; key by old names. */
    RowMerge merge(String table, List<String> key, Map<String, String> liveNames, String byMigration)
            throws SQLException {
        Table old = old(table);
        Table now = now(table);
        List<ColumnRule> rules = new ArrayList<>();
        for (Column column : old.storedColumns()) {
            rules.add(new ColumnRule(column, now(now, liveNames, column), true, false, null));
        }
        List<KeyPair> pairs = new ArrayList<>();
        for (String name : key) {
            Column column = old.column(name).orElseThrow();
            pairs.add(new KeyPair(Objects.requireNonNull(now(now, liveNames, column)), column));
        }
        Relation target = new Relation(backup, table + "_new");
        return new RowMerge(old, target, Relation.of(now.id()), saved(table), pairs, rules, byMigration).reading(now);
    }

    RowMerge merge(String table, String... key) throws SQLException {
        return merge(table, List.of(key), Map.of(), "false");
    }

    private static @Nullable Column now(Table now, Map<String, String> liveNames, Column column) {
        return now.column(liveNames.getOrDefault(column.name(), column.name())).orElse(null);
    }

    static RowMerge with(RowMerge merge, List<ColumnRule> rules, String byMigration) {
        return new RowMerge(
                        merge.table(), merge.target(), merge.source(), merge.saved(), merge.key(), rules, byMigration)
                .reading(Objects.requireNonNull(merge.live()));
    }

    static ColumnRule rule(RowMerge merge, String column) {
        return merge.rules().stream()
                .filter(r -> r.target().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** The merge with another rule for one column. */
    static RowMerge with(RowMerge merge, ColumnRule rule) {
        return with(
                merge,
                merge.rules().stream()
                        .map(r -> r.target().equals(rule.target()) ? rule : r)
                        .toList(),
                merge.byMigration());
    }

    /** Makes the target, merges everything in one go, and tells how many rows came. */
    int runMerge(RowMerge merge) throws SQLException {
        run(new MysqlDdl(true).createTable(merge.table(), merge.target()));
        int rows = 0;
        for (String sql : SQL.merge(merge, backup)) {
            rows = update(
                    sql.replace(Tokens.SOURCE, MysqlNames.quote(merge.source())).replace(Tokens.RANGE, "true"));
        }
        return rows;
    }

    int update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql.replace(Tokens.RUN, "7"));
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    void run(List<String> statements) throws SQLException {
        for (String sql : statements) {
            update(sql);
        }
    }

    /** Rows as text in a prepared session, values separated by bars. */
    List<String> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            ResultSet result = statement.executeQuery(sql);
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    List<String> merged(String table) throws SQLException {
        return query("SELECT * FROM " + backup + ".`" + table + "_new` ORDER BY 1");
    }

    /** What was set aside: key and reason. */
    List<String> aside() throws SQLException {
        return query("SELECT row_key, reason FROM " + backup + ".rollback_quarantine ORDER BY row_key, reason");
    }

    Violation violation(String table, String rule, @Nullable String references, String... key) {
        return violation(table, part(table, rule), references, key);
    }

    Violation violation(String table, SchemaObject rule, @Nullable String references, String... key) {
        return new Violation(
                new Relation(live, table),
                rule.id().name(),
                rule instanceof Constraint c ? c : null,
                rule instanceof Index i ? i : null,
                references == null ? null : new Relation(live, references),
                saved(table),
                old(table),
                List.of(key));
    }

    /** Removes rows that violate a rule in one transaction, and tells how many were announced. */
    String removeViolating(Violation violation) throws SQLException {
        String counted = query(SQL.violating(violation).orElseThrow()).get(0);
        connection.setAutoCommit(false);
        run(SQL.removeViolating(violation, backup));
        connection.commit();
        connection.setAutoCommit(true);
        return counted;
    }

    /** All rules of a table in the saved state. */
    List<SchemaObject> rules(String table) {
        return before.partsOf(ObjectId.table(live, table));
    }

    /** A constraint or index of the saved state by its name. */
    SchemaObject part(String table, String name) {
        return before.partsOf(ObjectId.table(live, table)).stream()
                .filter(o -> o.id().name().equals(name))
                .min(Comparator.comparing(o -> o instanceof Index)) // a foreign key has an index of its name
                .orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        update("DROP DATABASE " + backup);
        session.close();
        connection.close();
        database.close();
    }
}
