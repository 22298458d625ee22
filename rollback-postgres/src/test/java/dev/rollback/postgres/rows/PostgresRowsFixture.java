// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.postgres.PostgresDialect;
import dev.rollback.testkit.contract.SavedRows;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database with a saved state: tables of the schema public, their rows in the schema rollback under the same names. */
public final class PostgresRowsFixture extends SavedRows implements AutoCloseable {
    public static final String BACKUP = "rollback";
    public static final RowSql SQL = new PostgresRowSql();

    final TestDatabase database;

    PostgresRowsFixture(String before) throws SQLException {
        this(TestPostgres.shared().freshDatabase(), before);
    }

    private PostgresRowsFixture(TestDatabase database, String before) throws SQLException {
        super(new PostgresDialect(), database.connection(), "public", BACKUP);
        this.database = database;
        database.execute("""
                CREATE SCHEMA rollback;
                CREATE TABLE rollback.rollback_quarantine (
                    id bigint GENERATED ALWAYS AS IDENTITY, run text, table_name text, reason text,
                    row_key text, row_data jsonb, at timestamptz DEFAULT now())
                """);
        database.execute(before);
        save();
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

    @Override
    public Violation violation(String table, SchemaObject rule, @Nullable String references, String... key) {
        return super.violation(table, rule, references, key).keeping(rules(table));
    }

    /** Removes rows that violate a rule, and tells how many were announced and set aside. */
    String removeViolating(Violation violation) throws SQLException {
        String counted = query(SQL.violating(violation).orElseThrow()).get(0);
        long aside = 0;
        for (String statement : SQL.removeViolating(violation, backup)) {
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
