// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

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
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.postgres.catalog.PostgresSchemaReader;
import dev.rollback.postgres.ddl.PostgresTableDdl;
import dev.rollback.postgres.names.PostgresNames;
import dev.rollback.postgres.server.PostgresSession;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database with a saved state: tables of the schema public, their rows in the schema rollback under the same names. */
public final class PostgresRowsFixture implements AutoCloseable {
    public static final String BACKUP = "rollback";
    public static final RowSql SQL = new PostgresRowSql();

    final TestDatabase database = TestPostgres.shared().freshDatabase();
    final Connection connection;
    DatabaseModel before = new DatabaseModel("", "", "", List.of(), List.of());

    PostgresRowsFixture(String before) throws SQLException {
        connection = database.connection();
        PostgresSession.prepare(connection);
        PostgresFits.create(connection);
        database.execute("""
                CREATE SCHEMA rollback;
                CREATE TABLE rollback.rollback_quarantine (
                    id bigint GENERATED ALWAYS AS IDENTITY, run text, table_name text, reason text,
                    row_key text, row_data jsonb, at timestamptz DEFAULT now())
                """);
        database.execute(before);
        save();
    }

    /** Takes the present state as the one to go back to. */
    void save() throws SQLException {
        before = model();
        for (Table table : before.all(Table.class).toList()) {
            run(SQL.save(
                    table, List.of(), Relation.of(table.id()), saved(table.id().name())));
        }
    }

    DatabaseModel model() throws SQLException {
        return new PostgresSchemaReader().read(connection, Scope.of(List.of("public")));
    }

    public static Relation saved(String table) {
        return new Relation(BACKUP, table);
    }

    Table old(String table) {
        return before.table(ObjectId.table("public", table)).orElseThrow();
    }

    Table live(String table) throws SQLException {
        return model().table(ObjectId.table("public", table)).orElseThrow();
    }

    /** Columns by name, those in the map by another one; key by old names. */
    RowMerge merge(String table, List<String> key, Map<String, String> liveNames, String byMigration)
            throws SQLException {
        Table old = old(table);
        Table now = live(table);
        List<ColumnRule> rules = new ArrayList<>();
        for (Column column : old.storedColumns()) {
            rules.add(new ColumnRule(column, now(now, liveNames, column), true, false, null));
        }
        List<KeyPair> pairs = new ArrayList<>();
        for (String name : key) {
            Column column = old.column(name).orElseThrow();
            Column current = now(now, liveNames, column);
            pairs.add(new KeyPair(java.util.Objects.requireNonNull(current), column));
        }
        Relation target = new Relation(BACKUP, table + "_new");
        return new RowMerge(old, target, Relation.of(now.id()), saved(table), pairs, rules, byMigration);
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
                .within(merge.types(), merge.partitions());
    }

    /** All partitions of the saved state. */
    List<Table> partitions() {
        return before.all(Table.class).filter(Table::isPartition).toList();
    }

    /** The saved state's types. */
    List<OpaqueObject> types() {
        return before.all(OpaqueObject.class)
                .filter(o -> o.id().kind() == ObjectKind.TYPE)
                .toList();
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
        run(List.of(PostgresTableDdl.create(merge.table(), merge.target())));
        String sql = SQL.merge(merge, BACKUP)
                .get(0)
                .replace(Tokens.SOURCE, PostgresNames.quote(merge.source()))
                .replace(Tokens.RANGE, "true");
        return update(sql);
    }

    int update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
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
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
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
        return query("SELECT * FROM rollback." + PostgresNames.quote(table + "_new") + " ORDER BY 1");
    }

    /** What was set aside: key and reason. */
    List<String> aside() throws SQLException {
        return query("SELECT row_key, reason FROM rollback.rollback_quarantine ORDER BY row_key, reason");
    }

    Violation violation(String table, String rule, @Nullable String references, String... key) {
        return violation(table, part(rule), references, key);
    }

    Violation violation(String table, SchemaObject rule, @Nullable String references, String... key) {
        return new Violation(
                        new Relation("public", table),
                        rule.id().name(),
                        rule instanceof Constraint c ? c : null,
                        rule instanceof Index i ? i : null,
                        references == null ? null : new Relation("public", references),
                        saved(table),
                        old(table),
                        List.of(key))
                .keeping(before.partsOf(old(table).id()));
    }

    /** Removes rows that violate a rule, and tells how many were announced and set aside. */
    String removeViolating(Violation violation) throws SQLException {
        String counted = query(SQL.violating(violation).orElseThrow()).get(0);
        long aside = 0;
        for (String statement : SQL.removeViolating(violation, BACKUP)) {
            aside += update(statement);
        }
        return counted + ", " + aside;
    }

    /** A constraint or index of the saved state by its name. */
    SchemaObject part(String name) {
        return before.objects().stream()
                .filter(o -> o.id().name().equals(name) && !(o instanceof Table))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
