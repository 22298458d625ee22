// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise.WriteBlock;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * LOCK TABLES ... READ: others read on, and what wants to write waits. RENAME TABLE asks for its tables one after the other, in the
 * order of their names, and a waiting RENAME goes before waiting writers. So each table is locked by a session of its own, which
 * lets go when the RENAME has come to wait for that table: a session that let go of several would let writers into the later ones.
 */
final class MysqlWriteBlock implements WriteBlock {
    /** The longest that every server allows, in seconds: a run may take hours while these sessions do nothing. */
    private static final int IDLE = 2_147_483;

    private static final Comparator<Relation> AS_LOCKED = Comparator.comparing(
                    (Relation r) -> r.schema().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
            .thenComparing(r -> r.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private record Guard(Connection connection, Relation table) {}

    private final Deque<Guard> guards = new ArrayDeque<>();
    private final MysqlQueue queue;

    private MysqlWriteBlock(MysqlQueue queue) {
        this.queue = queue;
    }

    static WriteBlock take(List<Connection> connections, Collection<Relation> relations, Duration timeout)
            throws SQLException {
        if (relations.isEmpty()) {
            return new Nothing();
        }
        Connection onlooker = connections.get(connections.size() - 1);
        List<Relation> tables = MysqlLocks.existing(onlooker, relations).stream()
                .sorted(AS_LOCKED)
                .toList();
        MysqlWriteBlock block = new MysqlWriteBlock(new MysqlQueue(onlooker));
        keepAlive(onlooker);
        try {
            for (int i = 0; i < tables.size(); i++) {
                Guard guard = new Guard(connections.get(i), tables.get(i));
                MysqlStepwise.limitWaits(guard.connection(), timeout);
                keepAlive(guard.connection());
                Queries.execute(guard.connection(), "LOCK TABLES " + quote(guard.table()) + " READ");
                block.guards.add(guard);
            }
        } catch (SQLException e) {
            block.releaseAfter(e);
            throw e;
        }
        return block;
    }

    /** A session that does nothing for as long as a copy may take. */
    static void keepAlive(Connection connection) throws SQLException {
        Queries.execute(connection, "SET wait_timeout = " + IDLE);
    }

    private void releaseAfter(SQLException failure) {
        try {
            release();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public synchronized void check() throws SQLException {
        for (Guard guard : guards) {
            Queries.execute(guard.connection(), "DO 0");
        }
    }

    @Override
    public void handOver(long session, Duration timeout) throws SQLException {
        long end = System.nanoTime() + timeout.toNanos();
        while (handNext(session) && System.nanoTime() - end < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted while writers were handed over to the exchange", e);
            }
        }
    }

    /** Whether there is more to hand over. */
    private synchronized boolean handNext(long session) throws SQLException {
        while (!guards.isEmpty() && queue.isWaiting(session, guards.getFirst().table())) {
            Queries.execute(guards.removeFirst().connection(), "UNLOCK TABLES");
        }
        return !guards.isEmpty();
    }

    @Override
    public synchronized void release() throws SQLException {
        while (!guards.isEmpty()) {
            Queries.execute(guards.removeFirst().connection(), "UNLOCK TABLES");
        }
    }

    /** Where no table leaves its place, there are no writers. */
    private static final class Nothing implements WriteBlock {
        @Override
        public void check() {}

        @Override
        public void handOver(long session, Duration timeout) {}

        @Override
        public void release() {}
    }
}
