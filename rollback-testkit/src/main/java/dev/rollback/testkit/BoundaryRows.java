// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.testkit.internal.rows.Changing;
import dev.rollback.testkit.internal.rows.Filling;
import dev.rollback.testkit.internal.rows.Style;
import dev.rollback.testkit.internal.rows.TableName;
import dev.rollback.testkit.internal.rows.TableWork;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/**
 * Fills every table with a few rows at the edges of what it takes: the least and the largest numbers, empty and long texts,
 * characters that are hard to store, the first and the last day, NULL wherever it may be. Keys, foreign keys, checks and
 * partitions are honoured; a table that takes no row is named, never passed over. The same tables get the same rows each time.
 *
 * <pre>{@code
 * Filled filled = BoundaryRows.in(dataSource).fill();
 * assertThat(filled.refused()).isEmpty();
 * }</pre>
 *
 * <p>For PostgreSQL, MySQL, MariaDB and H2. Immutable.
 */
public final class BoundaryRows {
    private static final Set<String> TOOLS =
            Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");
    private static final int ENOUGH = 5;
    private static final int MANY = 30;

    private final DataSource dataSource;
    private final List<String> schemas;
    private final Set<String> excluded;

    private BoundaryRows(DataSource dataSource, List<String> schemas, Set<String> excluded) {
        this.dataSource = dataSource;
        this.schemas = List.copyOf(schemas);
        this.excluded = Set.copyOf(excluded);
    }

    /** @param schemas databases on MySQL and MariaDB; the connection's current one when none is named */
    public static BoundaryRows in(DataSource dataSource, String... schemas) {
        return new BoundaryRows(dataSource, List.of(schemas), TOOLS);
    }

    /** Leaves these tables alone too; those of Flyway and Liquibase always are. */
    public BoundaryRows except(String... tables) {
        Set<String> more = new TreeSet<>(excluded);
        for (String table : tables) {
            more.add(table.toLowerCase(Locale.ROOT));
        }
        return new BoundaryRows(dataSource, schemas, more);
    }

    /**
     * Fills every table, and adds to those that have rows.
     *
     * @throws SQLException when the database cannot be read; nothing was written then
     */
    public Filled fill() throws SQLException {
        return fill(count -> count >= MANY
                ? List.of(Style.ODD)
                : count >= ENOUGH ? List.of(Style.HIGH, Style.ODD) : List.of(Style.values()));
    }

    /** Rows without edges, for migrations that do not run with any others. */
    public Filled fillPlain() throws SQLException {
        return fill(count -> List.of(Style.PLAIN, Style.NULLS));
    }

    /** Writes as an application does: deletes, updates and inserts a few rows of every table. */
    public Changed change() throws SQLException {
        return database().run((connection, tables, names) -> {
            Changing changing = Changing.of(connection, tables, (table, key) -> false);
            return new Changed(named(changing.inserted()), named(changing.updated()), named(changing.deleted()));
        });
    }

    private Filled fill(IntFunction<List<Style>> styles) throws SQLException {
        return database().run((connection, tables, names) -> {
            Filling filling = Filling.of(connection, tables, styles);
            return new Filled(named(filling.rows()), named(filling.refused()));
        });
    }

    private TableWork database() {
        return new TableWork(dataSource, schemas, t -> !excluded.contains(t.toLowerCase(Locale.ROOT)));
    }

    private static <T> Map<String, T> named(Map<TableName, T> tables) {
        Map<String, T> named = new LinkedHashMap<>();
        tables.forEach((table, value) -> named.put(table.toString(), value));
        return named;
    }
}
