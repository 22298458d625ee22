// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Following;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlProduct;
import dev.rollback.mysql.ddl.MysqlDdl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All tables change places in one RENAME TABLE, which both products do as a whole or not at all. */
public final class MysqlStepwise implements Stepwise {
    private static final long MILLIS = 1000;

    private final Following following = new MysqlFollowing();
    private final boolean checksShareNames;

    /** @param checksShareNames as MySQL's do and MariaDB's do not */
    public MysqlStepwise(boolean checksShareNames) {
        this.checksShareNames = checksShareNames;
    }

    @Override
    public List<String> complete(Table table, List<SchemaObject> parts, Relation on) {
        return MysqlDdl.complete(table, parts, on);
    }

    @Override
    public List<String> exchange(List<Move> moves) {
        return List.of("RENAME TABLE "
                + moves.stream()
                        .map(m -> quote(m.from()) + " TO " + quote(m.to()))
                        .collect(Collectors.joining(", ")));
    }

    /** A table with triggers cannot leave its database, nor can one whose checks have names that are in use elsewhere. */
    @Override
    public Relation exchanged(Table table, List<SchemaObject> parts, Relation aside) {
        return MysqlDdl.exchanged(table, parts, aside, checksShareNames);
    }

    /** One for each table, as a session lets go of all its tables at once, and one that looks on. */
    @Override
    public int guards(int relations) {
        return relations == 0 ? 0 : relations + 1;
    }

    @Override
    public WriteBlock blockWriters(
            Connection worker, List<Connection> connections, Collection<Relation> relations, Duration timeout)
            throws SQLException {
        return MysqlWriteBlock.take(connections, relations, timeout);
    }

    @Override
    public Optional<Following> following() {
        return Optional.of(following);
    }

    /** Tables with triggers have stayed in their schema. */
    @Override
    public void settle(Connection connection, String run, List<String> schemas, List<Move> kept) throws SQLException {
        for (Move move : kept) {
            MysqlLeftOver.settle(
                    connection, new Relation(move.from().schema(), move.to().name()), move.to(), checksShareNames);
        }
    }

    @Override
    public void fill(Connection snapshot, Connection writer, Table table, Relation live, Relation copy)
            throws SQLException {
        new MysqlFill(snapshot, writer, live, copy).run();
    }

    @Override
    public long session(Connection connection) throws SQLException {
        return Long.parseLong(Queries.text(connection, "SELECT connection_id()").orElseThrow());
    }

    @Override
    public void begin(Connection connection, Duration lockTimeout) throws SQLException {
        limitWaits(connection, lockTimeout);
        boolean mariaDb = MysqlProduct.of(connection.getMetaData()).mariaDb();
        Queries.execute(connection, mariaDb ? "SET max_statement_time = 0" : "SET max_execution_time = 0");
    }

    /** Waits are counted in whole seconds. */
    static void limitWaits(Connection connection, Duration timeout) throws SQLException {
        long seconds = Math.max(1, (timeout.toMillis() + MILLIS - 1) / MILLIS);
        Queries.execute(connection, "SET lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds);
    }
}
