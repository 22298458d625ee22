// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RollbackListener;
import dev.rollback.dialect.Queries;
import dev.rollback.model.ObjectId;
import dev.rollback.revert.Phase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs the counting queries of a plan. */
final class Probes {
    private final Connection connection;
    private final RollbackListener listener;

    Probes(Connection connection, RollbackListener listener) {
        this.connection = connection;
        this.listener = listener;
    }

    /** Tells which table is looked at next. */
    void lookAt(ObjectId table, int number, int of) {
        listener.working(Phase.PLANNING, table.path() + " (" + number + " of " + of + " tables)");
    }

    /**
     * A number and what goes with it.
     *
     * @param rows how many
     * @param sample keys of a few, joined by commas; empty without
     */
    record Count(long rows, String sample) {
        List<String> samples() {
            return sample.isEmpty() ? List.of() : List.of(sample.split(", "));
        }
    }

    /**
     * A reason and how often it holds.
     */
    record Misfit(String reason, Count count) {}

    long number(String sql) throws SQLException {
        return pair(sql)[0];
    }

    /** The first two numbers of the only row; the second is 0 when the query has one column. */
    long[] pair(String sql) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return new long[] {rows.getLong(1), rows.getMetaData().getColumnCount() > 1 ? rows.getLong(2) : 0};
        }
    }

    /** A query of {@code rows, sample}. */
    Count count(String sql) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            String sample = rows.getMetaData().getColumnCount() > 1 ? rows.getString(2) : null;
            return new Count(rows.getLong(1), sample == null ? "" : sample);
        }
    }

    /** A query of {@code reason, rows, sample}. */
    List<Misfit> misfits(String sql) throws SQLException {
        List<Misfit> found = new ArrayList<>();
        try (Statement statement = Queries.statement(connection);
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String sample = rows.getString(3);
                found.add(new Misfit(rows.getString(1), new Count(rows.getLong(2), sample == null ? "" : sample)));
            }
        }
        return found;
    }

    /** A query of {@code rows, checksum}. */
    String checksum(String sql) throws SQLException {
        try (Statement statement = Queries.statement(connection);
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1) + ":" + rows.getString(2);
        }
    }
}
