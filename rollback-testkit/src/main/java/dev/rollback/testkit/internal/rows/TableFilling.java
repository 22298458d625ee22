// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts rows into one table: a row that is refused is made plainer column by column, until it is accepted. */
final class TableFilling {
    private static final int TRIES = 4;

    private final Table table;
    private final Attempts attempts;
    private final RowMaker maker;
    private int number;
    private String reason = "";

    TableFilling(Table table, Attempts attempts, Parents parents) throws SQLException {
        this.table = table;
        this.attempts = attempts;
        this.maker = new RowMaker(table, attempts.product(), parents);
        this.number = count();
    }

    /** Why no row was accepted. */
    String reason() {
        return reason;
    }

    /** Rows that the table has. */
    int count() throws SQLException {
        try (Statement statement = attempts.connection().createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT count(*) FROM " + attempts.product().quote(table.name()))) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Rows that were accepted, one for each style at most. */
    int fill(List<Style> styles) throws SQLException {
        List<Column> unknown = maker.unknown();
        if (!unknown.isEmpty()) {
            Column column = unknown.get(0);
            reason = "its column " + column.name() + " has the type " + column.type()
                    + ", which the test kit does not know";
            return 0;
        }
        Optional<Map<String, Value>> base = base();
        if (base.isEmpty()) {
            return 0;
        }
        int rows = 0;
        for (Style style : styles) {
            rows += row(base.get(), style) ? 1 : 0;
        }
        return rows;
    }

    private Optional<Map<String, Value>> base() throws SQLException {
        List<Map<String, Value>> candidates = Base.candidates(table, maker, attempts.product());
        for (int i = 0; i < candidates.size(); i++) {
            Map<String, Value> candidate = candidates.get(i);
            if (accepted(candidate, Style.PLAIN, false, i < 3 ? TRIES : 1)) {
                return Optional.of(candidate);
            }
            if (i == 1) {
                reason = attempts.refusal().isEmpty() ? reason : attempts.refusal();
            }
        }
        return Optional.empty();
    }

    private boolean row(Map<String, Value> base, Style style) throws SQLException {
        Map<String, Value> edge = new LinkedHashMap<>(base);
        for (Column column : maker.free()) {
            maker.at(column, style).stream().findFirst().ifPresent(v -> edge.put(column.name(), v));
        }
        if (accepted(edge, style, true, 1)) {
            return true;
        }
        Map<String, Value> row = new LinkedHashMap<>(base);
        for (Column column : maker.free()) {
            for (Value value : maker.at(column, style)) {
                Map<String, Value> next = new LinkedHashMap<>(row);
                next.put(column.name(), value);
                if (accepted(next, style, false, 1)) {
                    row.putAll(next);
                    break;
                }
            }
        }
        return accepted(row, style, true, TRIES) || accepted(base, Style.PLAIN, true, TRIES);
    }

    /** Each try has other keys and other parents. */
    private boolean accepted(Map<String, Value> chosen, Style style, boolean keep, int tries) throws SQLException {
        for (int i = 0; i < tries; i++) {
            Optional<Map<String, Value>> row = maker.row(chosen, ++number, style);
            if (row.isEmpty()) {
                reason = "it must point to a table that has no row";
                return false;
            }
            if (attempts.insert(table, row.get(), keep)) {
                return true;
            }
            reason = attempts.refusal();
        }
        return false;
    }
}
