// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pieces of statements about rows. The rows in question have the alias c. */
final class H2Rows {
    /** A query of nothing. */
    static final String NONE = "SELECT 0 AS \"rows\", '' AS \"sample\"";

    private static final String SAMPLES = "3";

    private H2Rows() {}

    static String column(String alias, String name) {
        return alias + "." + quote(name);
    }

    static String names(Collection<String> names) {
        return names.stream().map(n -> quote(n)).collect(Collectors.joining(", "));
    }

    /** All of these conditions; true without any. */
    static String and(List<String> conditions) {
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    /** The key of a row for people, as in {@code id=42}. */
    static String keyText(String alias, List<Column> key) {
        return key.isEmpty()
                ? "''"
                : key.stream()
                        .map(c -> literal(c.name() + "=") + " || COALESCE(" + H2Text.of(column(alias, c.name()), c)
                                + ", 'NULL')")
                        .collect(Collectors.joining(" || ', ' || "));
    }

    /** The columns that put rows into the order of their key. */
    static String keyOrder(List<Column> key) {
        return key.isEmpty()
                ? "c._ROWID_"
                : key.stream().map(c -> column("c", c.name())).collect(Collectors.joining(", "));
    }

    /** A query of {@code rows, sample} over the rows that a FROM clause with its WHERE finds. */
    static String rowsAndSample(String from, List<Column> key) {
        return sampled("SELECT " + keyText("c", key) + " AS row_key, ROW_NUMBER() OVER (ORDER BY "
                + (key.isEmpty() ? "NULL" : keyOrder(key)) + ") AS n\n" + from);
    }

    /** The same for key columns whose types are not known. */
    static String rowsAndSampleOf(String from, List<String> key) {
        String text = key.isEmpty()
                ? "''"
                : key.stream()
                        .map(c -> literal(c + "=") + " || COALESCE(CAST(" + column("c", c)
                                + " AS CHARACTER VARYING), 'NULL')")
                        .collect(Collectors.joining(" || ', ' || "));
        String order =
                key.isEmpty() ? "NULL" : key.stream().map(c -> column("c", c)).collect(Collectors.joining(", "));
        return sampled("SELECT " + text + " AS row_key, ROW_NUMBER() OVER (ORDER BY " + order + ") AS n\n" + from);
    }

    /** A query of {@code rows, sample} over one of {@code row_key, n}. */
    static String sampled(String rows) {
        return "SELECT COUNT(*) AS \"rows\", COALESCE(LISTAGG(NULLIF(LEFT(x.row_key, 200), ''), ', ')"
                + " WITHIN GROUP (ORDER BY x.n) FILTER (WHERE x.n <= " + SAMPLES + "), '') AS \"sample\"\nFROM (" + rows
                + ") x";
    }

    /** Sets rows of one table aside: reason, key and data are expressions over what a FROM clause finds. */
    static String quarantine(
            String backupSchema, ObjectId table, String reason, String rowKey, String rowData, String from) {
        return "INSERT INTO " + quote(backupSchema, "rollback_quarantine")
                + " (\"run\", \"table_name\", \"reason\", \"row_key\", \"row_data\")\nSELECT '" + Tokens.RUN + "', "
                + literal(table.path()) + ", " + reason + ", " + rowKey + ", " + rowData + "\n" + from;
    }

    /** Keeps what a query finds in a table of the session, which goes with the transaction. */
    static String remember(String table, String columns, String query) {
        return "CREATE LOCAL TEMPORARY TABLE " + table + " (" + columns + ") ON COMMIT DROP TRANSACTIONAL AS\n" + query;
    }

    /** All values of a row as JSON, by column names. */
    static String rowData(String alias, Collection<Column> columns) {
        return columns.stream()
                .map(c -> "KEY " + literal(c.name()) + " VALUE " + H2Text.json(column(alias, c.name()), c))
                .collect(Collectors.joining(", ", "CAST(JSON_OBJECT(", ") AS CHARACTER VARYING)"));
    }

    /** 32 bytes that tell rows of different values apart. */
    static String hash(String alias, List<Column> columns) {
        return columns.stream()
                .map(c -> H2Text.piece(column(alias, c.name()), c))
                .collect(Collectors.joining(" || ',' || ", "HASH('SHA-256', ", ")"));
    }

    /** The columns of these names, as far as the table has them. */
    static List<Column> columns(Table table, Collection<String> names) {
        return names.stream().flatMap(n -> table.column(n).stream()).toList();
    }

    /** A condition for two values of this type, null being equal to null: equal to the last digit. */
    static String same(String one, String other, Column type) {
        return "(" + H2Text.comparable(one, type) + " IS NOT DISTINCT FROM " + H2Text.comparable(other, type) + ")";
    }

    /** A condition that is the opposite of {@link #same}. */
    static String differs(String one, String other, Column type) {
        return "(" + H2Text.comparable(one, type) + " IS DISTINCT FROM " + H2Text.comparable(other, type) + ")";
    }

    /** A condition for two values of a key, which can use an index. */
    static String keyEquals(String one, String other, Column type) {
        String equal = one + " = " + other;
        return H2ValueType.of(type).is("VARCHAR_IGNORECASE")
                ? equal + " AND " + H2Text.comparable(one, type) + " = " + H2Text.comparable(other, type)
                : equal;
    }

    static String exists(Relation relation, String alias, String condition) {
        return "EXISTS (SELECT 1 FROM " + quote(relation) + " " + alias + " WHERE " + condition + ")";
    }

    /** A condition for a row that points to another by a foreign key. */
    static String pointsTo(Constraint fk, String child, String parent) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            equal.add(column(child, fk.columns().get(i)) + " = "
                    + column(parent, fk.referencedColumns().get(i)));
        }
        return and(equal);
    }

    /**
     * Rows of a tree that go together point to nothing any more, or each to itself: the server looks at each when it goes.
     *
     * @param columns of the table
     * @param places a query of the places of the rows
     */
    static String untie(Constraint fk, Collection<Column> columns, String places) {
        Set<String> nullable = columns.stream()
                .filter(c -> c.nullable() && fk.columns().contains(c.name()))
                .map(Column::name)
                .collect(Collectors.toSet());
        List<String> set = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            String name = fk.columns().get(i);
            if (nullable.isEmpty()) {
                set.add(quote(name) + " = " + column("c", fk.referencedColumns().get(i)));
            } else if (nullable.contains(name)) {
                set.add(quote(name) + " = NULL");
            }
        }
        return "UPDATE " + quote(fk.table()) + " c SET " + String.join(", ", set) + " WHERE c._ROWID_ IN (" + places
                + ")";
    }
}
