// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static dev.rollback.mysql.MysqlFixture.DDL;
import static dev.rollback.mysql.MysqlFixture.read;
import static dev.rollback.mysql.MysqlFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlSchemaReaderTest {
    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatThePlannerReasonsAboutIsTyped(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = MysqlFixture.everything(server.get())) {
            DatabaseModel model = read(database);
            Table plain = table(model, "plain");
            Column id = plain.column("id").orElseThrow();
            assertThat(id.type()).startsWith("bigint").endsWith(" unsigned");
            assertThat(id.nullable()).isFalse();
            assertThat(id.identity()).isEqualTo("AUTO_INCREMENT");
            assertThat(plain.column("quoted").orElseThrow().defaultValue()).isEqualTo("'NULL'");
            assertThat(plain.column("code").orElseThrow().collation())
                    .isEqualTo("CHARACTER SET latin1 COLLATE latin1_german1_ci");
            assertThat(plain.column("empty_").orElseThrow().collation()).isNull();
            assertThat(plain.column("made").orElseThrow().attributes())
                    .containsIgnoringCase("ON UPDATE CURRENT_TIMESTAMP(6)");
            assertThat(plain.column("total").orElseThrow().isGenerated()).isTrue();
            assertThat(plain.storedColumns()).hasSize(plain.columns().size() - 2);
            assertThat(part(model, ObjectKind.PRIMARY_KEY, "plain", "PRIMARY")).isInstanceOf(Constraint.class);
            assertThat(((Index) part(model, ObjectKind.INDEX, "plain", "by_code")).unique())
                    .isTrue();
            Constraint foreign = (Constraint) part(model, ObjectKind.FOREIGN_KEY, "child", "to_parent");
            assertThat(foreign.columns()).containsExactly("a", "b");
            assertThat(foreign.references()).isEqualTo(ObjectId.table(database.name(), "parent"));
            assertThat(foreign.dependsOn()).extracting(ObjectId::name).contains("parent", "PRIMARY", "to_parent");
            Sequence position = model.all(Sequence.class)
                    .filter(s -> plain.id().equals(s.identityOf()))
                    .findFirst()
                    .orElseThrow();
            assertThat(position.position()).isEqualTo(43);
            assertThat(model.find(ObjectId.of(ObjectKind.VIEW, database.name(), "another"))
                            .orElseThrow()
                            .dependsOn())
                    .extracting(ObjectId::toString)
                    .map(s -> s.replace(database.name() + ".", ""))
                    .containsExactlyInAnyOrder("view one", "table parent", "function twice");
            assertThat(table(model, "by_range").partitionedBy()).startsWith("RANGE (year(`at`))");
        }
    }

    /** MySQL has no other source than one SHOW CREATE for each object; several go in one round trip where it is allowed. */
    @ParameterizedTest
    @MethodSource("servers")
    void roundTripsDoNotGrowWithTheDatabase(Supplier<TestMysqlServer> server) throws SQLException {
        long few = statements(server.get(), 10, true);
        assertThat(statements(server.get(), 300, true)).isEqualTo(few).isLessThan(20);
        long more = server.get() instanceof TestMysql ? 10 - 1 : 0;
        assertThat(statements(server.get(), 10, false)).isEqualTo(few + more);
    }

    private static long statements(TestMysqlServer server, int tables, boolean several) throws SQLException {
        try (TestDatabase database = server.freshDatabase();
                Connection setup = database.connection();
                Statement statement = setup.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute(
                        "CREATE TABLE t" + i + " (id int AUTO_INCREMENT PRIMARY KEY, v varchar(20), KEY (v))");
            }
            Trips trips = new Trips(database.dataSource(), several && server instanceof TestMysql);
            try (Connection connection = trips.connection();
                    MysqlSession session = MysqlSession.prepare(connection)) {
                long before = trips.count();
                assertThat(MysqlFixture.read(connection, database).all(Table.class))
                        .hasSize(tables);
                return trips.count() - before;
            }
        }
    }

    @Test
    void historyAndBytesThatCannotBePrintedAreLimits() {
        try (TestDatabase database = MysqlFixture.everything(TestMariaDb.shared())) {
            assertThat(table(read(database), "versioned").limit()).contains("system-versioned");
            assertThat(table(read(database), "versioned_explicit").limit()).contains("system-versioned");
            assertThat(table(read(database), "plain").limit()).isEmpty();
            database.execute("CREATE TABLE odd (b varbinary(3) DEFAULT 0xff)");
            assertThat(table(read(database), "odd").limit()).contains("column b");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theSessionIsLeftAsItWas(Supplier<TestMysqlServer> server) throws SQLException {
        try (TestDatabase database = server.get().freshDatabase();
                Connection connection = database.connection()) {
            String before = settings(connection);
            try (MysqlSession session = MysqlSession.prepare(connection);
                    Statement statement = connection.createStatement()) {
                assertThat(settings(connection)).isNotEqualTo(before).contains("+00:00");
                statement.execute("USE mysql");
                statement.execute("SET character_set_client = utf8mb3, time_zone = '+01:00', sql_mode = ''");
            }
            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDefinitionThatTheUserMayNotSeeIsAnError(Supplier<TestMysqlServer> server) {
        try (TestDatabase database = server.get().freshDatabase();
                TestRole role = server.get().freshRole()) {
            database.execute("CREATE TABLE t (id int); CREATE PROCEDURE p() SELECT 1");
            database.execute("GRANT SELECT, EXECUTE ON " + database.name() + ".* TO " + role);
            assertThatThrownBy(() -> read(database.as(role)))
                    .hasMessageContaining("procedure " + database.name() + ".p")
                    .hasMessageContaining("grant");
        }
    }

    /** Made by a client whose character set a driver does not speak: compared, but not made again. */
    @Test
    void whatAnOldClientMadeIsOnlyCompared() {
        try (TestDatabase database = TestMysql.shared().freshDatabase()) {
            database.execute("CREATE TABLE t (id int)");
            database.execute("SET character_set_client = latin1; CREATE PROCEDURE p() SELECT 'plain'");
            database.execute("SET character_set_client = cp850; CREATE VIEW v AS SELECT id AS `caf\u00e9` FROM t");
            DatabaseModel model = read(database);
            ObjectId procedure = ObjectId.of(ObjectKind.PROCEDURE, database.name(), "p");
            ObjectId view = ObjectId.of(ObjectKind.VIEW, database.name(), "v");
            SchemaObject old = model.find(procedure).orElseThrow();
            assertThat(DDL.create(model.find(view).orElseThrow(), List.of())).isEmpty();
            run(database, DDL.drop(old));
            run(database, DDL.create(old, List.of()));
            assertThat(read(database).fingerprint()).isEqualTo(model.fingerprint());
        }
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT concat_ws('|', database(), @@time_zone, @@sql_mode,"
                                + " @@sql_quote_show_create, @@group_concat_max_len, @@collation_connection, @@character_set_client)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Table table(DatabaseModel model, String name) {
        return model.table(ObjectId.table(model.schemas().get(0), name)).orElseThrow();
    }

    private static SchemaObject part(DatabaseModel model, ObjectKind kind, String table, String name) {
        return model.find(new ObjectId(kind, model.schemas().get(0), table, name))
                .orElseThrow();
    }
}
