// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Range;
import dev.rollback.postgres.names.PostgresNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Splits a table by blocks, which the server finds without an index. The last range has no end: no block is left out. */
final class PostgresRanges {
    private PostgresRanges() {}

    static List<Range> of(Connection connection, Relation relation, long rowsPerRange) throws SQLException {
        List<Range> ranges = new ArrayList<>();
        Queries.each(connection, PostgresServerQueries.LEAVES, List.of(relation.schema(), relation.name()), row -> {
            Relation leaf = new Relation(row.getString("schema"), row.getString("name"));
            if (row.getBoolean("is_foreign")) {
                throw new SQLException("the partition " + leaf + " of " + relation + " is a foreign table", "0A000");
            }
            add(ranges, leaf, row.getLong("pages"), row.getDouble("density"), rowsPerRange);
        });
        return List.copyOf(ranges);
    }

    private static void add(List<Range> ranges, Relation leaf, long pages, double density, long rowsPerRange) {
        String source = "ONLY " + PostgresNames.quote(leaf);
        double rowsPerPage = Math.max(density, 0.01);
        long step = Math.max(1, (long) Math.ceil(rowsPerRange / rowsPerPage));
        long start = 0;
        while (start == 0 || start < pages) {
            long end = Math.min(start + step, Math.max(pages, 1));
            boolean last = end >= pages;
            String condition = last ? from(start) : from(start) + " AND c.ctid < '(" + end + ",0)'::tid";
            ranges.add(new Range(source, condition, Math.round((end - start) * rowsPerPage)));
            start = end;
        }
    }

    private static String from(long block) {
        return "c.ctid >= '(" + block + ",0)'::tid";
    }
}
