// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sessions that insert, update, delete and renumber rows of {@code t (id, v, ...)}, each statement a transaction of its own. Each
 * keeps a log of what the server acknowledged, which is the judge of the table afterwards.
 */
final class Writers implements AutoCloseable {
    private static final int WRITERS = 2;

    /** What one writer knows: the values of its rows, those whose id leaves its number. */
    private static final class Writer {
        private final Map<Long, Long> rows = new HashMap<>();
        private final List<Long> ids = new ArrayList<>();
        private long done;
        private long longest;
    }

    private final TestDatabase database;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<CompletableFuture<Writer>> writers = new ArrayList<>();

    /**
     * @param insert what an INSERT has after the table, with {@code %d} for the id and the value
     * @param rows with ids from 1 and the value 0
     */
    Writers(TestDatabase database, String insert, int rows) {
        this.database = database;
        for (int number = 0; number < WRITERS; number++) {
            Writer writer = new Writer();
            for (long id = 1; id <= rows; id++) {
                if (id % WRITERS == number) {
                    writer.rows.put(id, 0L);
                    writer.ids.add(id);
                }
            }
            int seed = number;
            writers.add(CompletableFuture.supplyAsync(() -> write(writer, insert, rows, new Random(seed))));
        }
    }

    private Writer write(Writer writer, String insert, int rows, Random random) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            long next = (rows / WRITERS + 1L) * WRITERS + writer.ids.get(0) % WRITERS;
            while (!stop.get()) {
                long id = writer.ids.get(random.nextInt(writer.ids.size()));
                boolean there = writer.rows.containsKey(id);
                Thread.sleep(1); // as somebody who waits for answers
                int what = there ? random.nextInt(10) : 0;
                if (what < 3) {
                    next += WRITERS;
                    run(writer, statement, "INSERT INTO t " + insert.formatted(next, next), 1);
                    writer.rows.put(next, next);
                    writer.ids.add(next);
                } else if (what < 7) {
                    run(writer, statement, "UPDATE t SET v = v + 1 WHERE id = " + id, 1);
                    writer.rows.merge(id, 1L, Long::sum);
                } else if (what < 9) {
                    run(writer, statement, "DELETE FROM t WHERE id = " + id, 1);
                    writer.rows.remove(id);
                } else {
                    next += WRITERS;
                    run(writer, statement, "UPDATE t SET id = " + next + " WHERE id = " + id, 1);
                    writer.rows.put(next, writer.rows.remove(id));
                    writer.ids.add(next);
                }
            }
            return writer;
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("a writer failed", e);
        }
    }

    private static void run(Writer writer, Statement statement, String sql, int rows) throws SQLException {
        long began = System.nanoTime();
        assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(rows);
        writer.longest = Math.max(writer.longest, System.nanoTime() - began);
        writer.done++;
    }

    /** Ends them, and compares the table with what they know. */
    Duration judge() {
        stop.set(true);
        Map<Long, Long> expected = new HashMap<>();
        long longest = 0;
        for (CompletableFuture<Writer> running : writers) {
            Writer writer = running.join();
            assertThat(writer.done).as("statements of a writer").isGreaterThan(100);
            expected.putAll(writer.rows);
            longest = Math.max(longest, writer.longest);
        }
        Map<Long, Long> found = new HashMap<>();
        List<Long> wrong = new ArrayList<>();
        for (List<String> row : database.query("SELECT id, v FROM t")) {
            long id = Long.parseLong(row.get(0));
            if (found.put(id, Long.parseLong(row.get(1))) != null) {
                wrong.add(id); // doubled
            }
        }
        for (Map.Entry<Long, Long> row : expected.entrySet()) {
            if (!row.getValue().equals(found.remove(row.getKey()))) {
                wrong.add(row.getKey()); // lost, or an old value
            }
        }
        wrong.addAll(found.keySet()); // back again
        Collections.sort(wrong);
        assertThat(wrong)
                .as("ids of rows that are not as the writers know them")
                .isEmpty();
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        stop.set(true);
        writers.forEach(w -> w.exceptionally(e -> new Writer()).join());
    }
}
