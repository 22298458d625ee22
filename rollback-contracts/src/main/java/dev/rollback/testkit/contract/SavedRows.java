// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import dev.rollback.capture.Scope;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A schema and what its tables were, with their rows in another schema under the same names: for tests of a dialect's statements
 * about rows. The schema of the saved rows has the quarantine.
 */
public abstract class SavedRows {
    /** The schema of the tables. */
    public final String live;
    /** The schema of the saved rows. */
    public final String backup;
    /** A session that the dialect has prepared. */
    public final Connection connection;
    /** The saved state. */
    public DatabaseModel before = new DatabaseModel("", "", "", List.of(), List.of());

    private final Dialect dialect;

    protected SavedRows(Dialect dialect, Connection connection, String live, String backup) throws SQLException {
        this.dialect = dialect;
        this.connection = connection;
        this.live = live;
        this.backup = backup;
        dialect.prepare(connection);
    }

    /** Takes the present state as the one to go back to. */
    public void save() throws SQLException {
        before = model();
        for (Table table : before.all(Table.class).toList()) {
            List<List<String>> keys = before.partsOf(table.id()).stream()
                    .filter(p -> p instanceof Constraint c && c.isKey())
                    .map(p -> ((Constraint) p).columns())
                    .toList();
            save(table, keys);
        }
    }

    /** Saves the rows of one table, by its keys. */
    protected void save(Table table, List<List<String>> keys) throws SQLException {
        run(dialect.rows()
                .save(table, keys, Relation.of(table.id()), saved(table.id().name())));
    }

    /** The present state. */
    public DatabaseModel model() throws SQLException {
        return dialect.reader().read(connection, Scope.of(List.of(live)));
    }

    /** The saved rows of a table. */
    public Relation saved(String table) {
        return new Relation(backup, table);
    }

    /** A table as it was. */
    public Table old(String table) {
        return before.table(ObjectId.table(live, table)).orElseThrow();
    }

    /** A table as it is. */
    public Table now(String table) throws SQLException {
        return model().table(ObjectId.table(live, table)).orElseThrow();
    }

    /** Columns by name, those in the map by another one; key by old names. */
    public RowMerge merge(String table, List<String> key, Map<String, String> liveNames, String byMigration)
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
        return new RowMerge(old, saved(table + "_new"), Relation.of(now.id()), saved(table), pairs, rules, byMigration)
                .reading(now);
    }

    /** All columns by their names. */
    public RowMerge merge(String table, String... key) throws SQLException {
        return merge(table, List.of(key), Map.of(), "false");
    }

    private static @Nullable Column now(Table now, Map<String, String> liveNames, Column column) {
        return now.column(liveNames.getOrDefault(column.name(), column.name())).orElse(null);
    }

    /** The merge with other rules of rows that the migration wrote by another condition. */
    public static RowMerge with(RowMerge merge, List<ColumnRule> rules, String byMigration) {
        return new RowMerge(
                merge.table(),
                merge.target(),
                merge.source(),
                merge.saved(),
                merge.key(),
                rules,
                byMigration,
                merge.types(),
                merge.partitions(),
                merge.live());
    }

    /** The merge with another rule for one column. */
    public static RowMerge with(RowMerge merge, ColumnRule rule) {
        return merge.withRules(merge.rules().stream()
                .map(r -> r.target().equals(rule.target()) ? rule : r)
                .toList());
    }

    /** The rule for a column. */
    public static ColumnRule rule(RowMerge merge, String column) {
        return merge.rules().stream()
                .filter(r -> r.target().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** Makes the target, merges everything in one go, and tells how many rows came. */
    public int runMerge(RowMerge merge) throws SQLException {
        run(dialect.ddl().createTable(merge.table(), merge.target()));
        String source = quote(merge.source());
        int rows = 0;
        for (String sql : dialect.rows().merge(merge, backup)) {
            rows = update(sql.replace(Tokens.SOURCE, source).replace(Tokens.RANGE, "true"));
        }
        return rows;
    }

    private String quote(Relation relation) {
        return dialect.ddl().quote(relation.schema()) + "." + dialect.ddl().quote(relation.name());
    }

    /** Runs a statement as of run 7, and tells how many rows it changed. */
    public int update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql.replace(Tokens.RUN, "7"));
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    /** Runs statements. */
    public void run(List<String> statements) throws SQLException {
        for (String sql : statements) {
            update(sql);
        }
    }

    /** Rows as text in the prepared session, values separated by bars. */
    public List<String> query(String sql) throws SQLException {
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

    /** The rows that a merge brought. */
    public List<String> merged(String table) throws SQLException {
        return query("SELECT * FROM " + quote(saved(table + "_new")) + " ORDER BY 1");
    }

    /** What was set aside: key and reason. */
    public List<String> aside() throws SQLException {
        return query(
                "SELECT row_key, reason FROM " + quote(saved("rollback_quarantine")) + " ORDER BY row_key, reason");
    }

    /** A rule of the saved state that rows may violate. */
    public Violation violation(String table, String rule, @Nullable String references, String... key) {
        return violation(table, part(table, rule), references, key);
    }

    /** A rule that rows may violate. */
    public Violation violation(String table, SchemaObject rule, @Nullable String references, String... key) {
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

    /** All rules of a table in the saved state. */
    public List<SchemaObject> rules(String table) {
        return before.partsOf(ObjectId.table(live, table));
    }

    /** A constraint or index of the saved state by its name. */
    public SchemaObject part(String table, String name) {
        return rules(table).stream()
                .filter(o -> o.id().name().equals(name))
                .min(Comparator.comparing(o -> o instanceof Index)) // a foreign key may have an index of its name
                .orElseThrow();
    }
}
