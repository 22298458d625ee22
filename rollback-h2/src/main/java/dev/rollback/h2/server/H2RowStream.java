// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.InTransaction;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowStream;
import dev.rollback.h2.rows.H2RowSql;
import dev.rollback.h2.rows.H2StreamValue;
import dev.rollback.model.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as lines of values parted by tabs; a backslash stands before what would end a value. */
public final class H2RowStream implements RowStream {
    private static final int BATCH = 1000;

    /** It needs no settings. */
    public H2RowStream() {}

    @Override
    public String form() {
        return "h2 tab-separated text";
    }

    @Override
    public long write(Connection session, Table table, Relation from, OutputStream out)
            throws SQLException, IOException {
        List<H2StreamValue> values = H2StreamValue.of(table);
        String sql = "SELECT " + values.stream().map(H2StreamValue::text).collect(Collectors.joining(", ")) + " FROM "
                + quote(from) + " c ORDER BY c._ROWID_";
        long count = 0;
        try (Statement statement = Queries.statement(session);
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder line = new StringBuilder();
            while (rows.next()) {
                line.setLength(0);
                for (int i = 1; i <= values.size(); i++) {
                    line.append(i == 1 ? "" : "\t").append(H2StreamValue.escaped(rows.getString(i)));
                }
                out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
                count++;
            }
        }
        return count;
    }

    @Override
    public List<String> create(Table table, List<List<String>> keys, Relation copy) {
        return H2RowSql.emptyCopy(table, keys, copy);
    }

    @Override
    public void read(Connection connection, Table table, Relation copy, InputStream in)
            throws SQLException, IOException {
        List<H2StreamValue> values = H2StreamValue.of(table);
        String sql = "INSERT INTO " + quote(copy) + " ("
                + values.stream().map(v -> quote(v.name())).collect(Collectors.joining(", ")) + ") VALUES ("
                + values.stream().map(H2StreamValue::parameter).collect(Collectors.joining(", ")) + ")";
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        InTransaction.<IOException>run(connection, () -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert(insert, values, lines);
            }
        });
    }

    private static void insert(PreparedStatement insert, List<H2StreamValue> values, BufferedReader lines)
            throws SQLException, IOException {
        int waiting = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", -1);
            if (parts.length != values.size()) {
                throw new IOException("a line has " + parts.length + " values, not " + values.size());
            }
            for (int i = 0; i < parts.length; i++) {
                insert.setObject(i + 1, values.get(i).object(parts[i]));
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        insert.executeBatch();
    }
}
