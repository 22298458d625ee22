// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise.Move;
import dev.rollback.dialect.Stepwise.WriteBlock;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.server.MysqlStepwise;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables are copied and change places while others write: no row is lost, none is doubled, and no writer sees a failure. */
class MysqlExchangeTest {
    private static final List<String> TABLES = List.of("a", "b", "c");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;

    private final MysqlStepwise stepwise = new MysqlStepwise(true);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong written = new AtomicLong();

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void underLoad(Supplier<TestMysqlServer> server) throws Exception {
        try (TestDatabase database = server.get().freshDatabase();
                TestDatabase kept = server.get().freshDatabase()) {
            underLoad(database, database, kept, ROUNDS);
        }
    }

    /** Who may not read the list of locks finds out by trying. */
    @ParameterizedTest
    @MethodSource("servers")
    void byAUserWithoutPrivilegesOnTheServer(Supplier<TestMysqlServer> server) throws Exception {
        try (TestDatabase database = server.get().freshDatabase();
                TestDatabase kept = server.get().freshDatabase();
                TestRole user = server.get().freshRole()) {
            database.execute("GRANT ALL ON " + database.name() + ".* TO " + user.name());
            database.execute("GRANT ALL ON " + kept.name() + ".* TO " + user.name());
            underLoad(database, database.as(user), kept, 2);
        }
    }

    private void underLoad(TestDatabase database, TestDatabase seen, TestDatabase kept, int rounds) throws Exception {
        for (String table : TABLES) {
            database.execute("CREATE TABLE " + table + " (id bigint PRIMARY KEY, v bigint NOT NULL)");
            database.execute("INSERT INTO " + table + " VALUES (0, 0)");
        }
        List<CompletableFuture<Long>> writers = List.of(write(database, 1), write(database, 2));
        for (int round = 0; round < rounds; round++) {
            exchange(seen, kept, round);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        stop.set(true);
        for (int writer = 1; writer <= 2; writer++) {
            long rows = writers.get(writer - 1).get();
            assertThat(rows).isGreaterThan(100);
            for (String table : TABLES) {
                String mine = " FROM " + table + " WHERE id % 2 = " + (writer % 2) + " AND id > 0";
                assertThat(database.query("SELECT count(*), count(DISTINCT id), coalesce(sum(v), 0)" + mine))
                        .containsExactly(List.of(String.valueOf(rows), String.valueOf(rows), String.valueOf(rows)));
            }
        }
        for (String table : TABLES) {
            assertThat(database.query("SELECT v FROM " + table + " WHERE id = 0"))
                    .containsExactly(List.of(String.valueOf(written.get())));
        }
    }

    private void exchange(TestDatabase database, TestDatabase kept, int round) throws Exception {
        try (Connection run = database.connection();
                MysqlSession session = MysqlSession.prepare(run);
                Guards guards = new Guards(database, stepwise.guards(TABLES.size()));
                Statement statement = run.createStatement()) {
            stepwise.begin(run, LIMIT);
            List<Move> moves = new ArrayList<>();
            List<Relation> live =
                    TABLES.stream().map(t -> new Relation(database.name(), t)).toList();
            WriteBlock block = stepwise.blockWriters(run, guards.connections(), live, LIMIT);
            for (Relation table : live) {
                Relation shadow = new Relation(kept.name(), "new_" + table.name());
                statement.execute("CREATE TABLE " + kept.name() + "." + shadow.name() + " LIKE " + table);
                statement.execute("INSERT INTO " + kept.name() + "." + shadow.name() + " SELECT * FROM " + table);
                moves.add(new Move(table, new Relation(kept.name(), "kept" + round + "_" + table.name())));
                moves.add(new Move(shadow, table));
            }
            block.check();
            long number = stepwise.session(run);
            CompletableFuture<Void> handed = CompletableFuture.runAsync(() -> {
                try {
                    block.handOver(number, LIMIT);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            statement.execute(stepwise.exchange(moves).get(0));
            handed.get();
            block.release();
        }
    }

    private record Guards(List<Connection> connections) implements AutoCloseable {
        Guards(TestDatabase database, int number) throws SQLException {
            this(new ArrayList<>());
            for (int i = 0; i < number; i++) {
                connections.add(database.connection());
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Inserts a row and updates it, and counts in a row that both writers share; each statement a transaction of its own. */
    private CompletableFuture<Long> write(TestDatabase database, int writer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                long id = writer;
                long rows = 0;
                while (!stop.get()) {
                    for (String table : TABLES) {
                        statement.executeUpdate("INSERT INTO " + table + " VALUES (" + id + ", 0)");
                        statement.executeUpdate("UPDATE " + table + " SET v = 1 WHERE id = " + id);
                        statement.executeUpdate("UPDATE " + table + " SET v = v + 1 WHERE id = 0");
                    }
                    written.incrementAndGet();
                    rows++;
                    id += 2;
                }
                return rows;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
