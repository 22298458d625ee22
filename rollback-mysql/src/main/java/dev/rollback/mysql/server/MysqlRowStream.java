// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.InTransaction;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowStream;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.rows.MysqlRowSql;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows as LOAD DATA knows them: values parted by tabs, in the exact form in which {@link MysqlFill} copies them. */
public final class MysqlRowStream implements RowStream {
    private static final Pattern BASE = Pattern.compile("\\W.*", Pattern.DOTALL);

    private static final int BUFFER = 1 << 16;

    /** It needs no settings. */
    public MysqlRowStream() {}

    @Override
    public String form() {
        return "mysql tab-separated text";
    }

    @Override
    public long write(Connection session, Table table, Relation from, OutputStream out)
            throws SQLException, IOException {
        List<MysqlValue> columns = columns(table);
        long count = 0;
        try (Statement statement = MysqlFill.streaming(session);
                ResultSet rows = statement.executeQuery(select(columns, from))) {
            MysqlLine line = new MysqlLine();
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    line.add(columns.get(i).text(rows, i + 1));
                }
                line.end(out);
                count++;
            }
        }
        return count;
    }

    @Override
    public List<String> create(Table table, List<List<String>> keys, Relation copy) {
        return MysqlRowSql.emptyCopy(table, keys, copy);
    }

    @Override
    public void read(Connection connection, Table table, Relation copy, InputStream in)
            throws SQLException, IOException {
        List<MysqlValue> columns = columns(table);
        MysqlLine line = new MysqlLine();
        BufferedInputStream from = new BufferedInputStream(in, BUFFER);
        InTransaction.<IOException>run(connection, () -> {
            try (MysqlInsert insert = new MysqlInsert(connection, copy, columns)) {
                for (Object[] row = line.read(columns, from); row.length > 0; row = line.read(columns, from)) {
                    insert.add(row);
                }
                insert.end();
            }
        });
    }

    private static String select(List<MysqlValue> columns, Relation from) {
        return "SELECT " + columns.stream().map(MysqlValue::readText).collect(Collectors.joining(", ")) + " FROM "
                + quote(from) + " c";
    }

    /** A table whose columns are all computed has none of its own to copy; its rows still count. */
    private static List<MysqlValue> columns(Table table) {
        List<Column> columns = table.storedColumns();
        return columns.isEmpty()
                ? List.of(new MysqlValue("rollback_row", "1", "?", false, false))
                : columns.stream()
                        .map(c -> MysqlValue.of(c.name(), BASE.matcher(c.type()).replaceFirst("")))
                        .toList();
    }
}
