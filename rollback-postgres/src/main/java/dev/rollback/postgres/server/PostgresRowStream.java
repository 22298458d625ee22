// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import static dev.rollback.postgres.names.PostgresNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowStream;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The text format of COPY. Values of users' types stay text, so that no backup needs their types. */
public final class PostgresRowStream implements RowStream {
    private static final String NOTHING = "rollback_row";

    /** It needs no settings. */
    public PostgresRowStream() {}

    @Override
    public String form() {
        return "postgresql copy text";
    }

    @Override
    public long write(Connection session, Table table, Relation from, OutputStream out)
            throws SQLException, IOException {
        List<Column> columns = table.storedColumns();
        String values = columns.isEmpty()
                ? "true"
                : columns.stream()
                        .map(c -> "c." + quote(c.name()) + (c.userType() ? "::text" : ""))
                        .collect(Collectors.joining(", "));
        return PostgresCopy.of(session).out("COPY (SELECT " + values + " FROM " + quote(from) + " c) TO STDOUT", out);
    }

    @Override
    public List<String> create(Table table, List<List<String>> keys, Relation copy) {
        List<Column> columns = table.storedColumns();
        String body = columns.isEmpty()
                ? NOTHING + " boolean"
                : columns.stream().map(PostgresRowStream::column).collect(Collectors.joining(", "));
        return List.of("CREATE TABLE " + quote(copy) + " (" + body + ")");
    }

    /** As a copy of the live table has it. */
    private static String column(Column column) {
        String collation = column.collation();
        return quote(column.name()) + " " + (column.userType() ? "text" : column.type())
                + (collation != null && collation.startsWith("pg_catalog.") && !column.userType()
                        ? " COLLATE " + collation
                        : "");
    }

    @Override
    public void read(Connection connection, Table table, Relation copy, InputStream in)
            throws SQLException, IOException {
        List<Column> columns = table.storedColumns();
        String names = columns.isEmpty()
                ? NOTHING
                : columns.stream().map(c -> quote(c.name())).collect(Collectors.joining(", "));
        PostgresCopy.of(connection).in("COPY " + quote(copy) + " (" + names + ") FROM STDIN", in);
        try (Statement statement = Queries.statement(connection)) {
            statement.execute("ANALYZE " + quote(copy));
        }
    }
}
