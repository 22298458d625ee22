// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.capture.Scope;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowStream;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlSchemaReader;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.rows.MysqlRowSql;
import dev.rollback.mysql.server.MysqlRowStream;
import dev.rollback.mysql.server.MysqlServer;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows go through a stream of text and come back exactly as they were, when the table itself is gone. */
class MysqlRowStreamTest {
    private final RowStream stream = new MysqlRowStream();

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void exactly(Supplier<TestMysqlServer> server) throws Exception {
        try (TestDatabase db = server.get().freshDatabase();
                Connection connection = db.connection();
                MysqlSession session = MysqlSession.prepare(connection)) {
            MysqlFixture.run(
                    db, List.of(MysqlFillTest.VALUES.formatted("INVISIBLE").split(";\n")));
            Table table = table(db, connection);
            byte[] lines = write(connection, table);
            assertThat(new String(lines, java.nio.charset.StandardCharsets.ISO_8859_1).lines())
                    .hasSize(2);
            MysqlFixture.run(db, List.of("RENAME TABLE t TO before_it"));
            Relation copy = read(db, connection, table, lines);
            for (Column column : table.storedColumns()) {
                String of = "c." + column.name();
                String bytes = column.type().equals("float") ? "CAST(" + of + " AS DOUBLE)" : "hex(" + of + "), " + of;
                String sql = "SELECT " + bytes + " FROM %s c ORDER BY id";
                assertThat(db.query(sql.formatted(copy.name())))
                        .as(column.name())
                        .isEqualTo(db.query(sql.formatted("before_it")));
            }
            MysqlRowSql rows = new MysqlRowSql();
            assertThat(db.query(rows.checksum(copy, table.storedColumns())))
                    .isEqualTo(
                            db.query(rows.checksum(new Relation(copy.schema(), "before_it"), table.storedColumns())));
            byte[] cut = Arrays.copyOf(lines, lines.length - 3);
            MysqlFixture.run(db, List.of("DELETE FROM " + copy.name()));
            assertThatThrownBy(() -> stream.read(connection, table, copy, new ByteArrayInputStream(cut)))
                    .isInstanceOf(EOFException.class);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTableThatOnlyComputes(Supplier<TestMysqlServer> server) throws Exception {
        try (TestDatabase db = server.get().freshDatabase();
                Connection connection = db.connection();
                MysqlSession session = MysqlSession.prepare(connection)) {
            MysqlFixture.run(db, List.of("CREATE TABLE t (a int AS (1))", "INSERT INTO t VALUES (DEFAULT), (DEFAULT)"));
            Table table = table(db, connection);
            read(db, connection, table, write(connection, table));
            assertThat(db.query("SELECT count(*) FROM copy")).containsExactly(List.of("2"));
        }
    }

    private static Table table(TestDatabase db, Connection connection) throws SQLException {
        return new MysqlSchemaReader()
                .read(connection, Scope.of(List.of(db.name())))
                .all(Table.class)
                .filter(t -> t.id().name().equals("t"))
                .findFirst()
                .orElseThrow();
    }

    private byte[] write(Connection connection, Table table) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MysqlServer().beginSnapshot(connection, Duration.ofSeconds(5));
        assertThat(stream.write(connection, table, Relation.of(table.id()), out))
                .isEqualTo(2);
        connection.rollback();
        connection.setAutoCommit(true);
        return out.toByteArray();
    }

    private Relation read(TestDatabase db, Connection connection, Table table, byte[] lines)
            throws SQLException, IOException {
        Relation copy = new Relation(db.name(), "copy");
        try (Statement statement = connection.createStatement()) {
            for (String sql : stream.create(
                    table, List.of(List.of("id")).subList(0, table.column("id").isPresent() ? 1 : 0), copy)) {
                statement.execute(sql);
            }
        }
        stream.read(connection, table, copy, new ByteArrayInputStream(lines));
        return copy;
    }
}
