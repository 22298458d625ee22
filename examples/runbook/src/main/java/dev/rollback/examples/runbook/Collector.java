// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.runbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The cron job that nobody stopped: it writes a snapshot every few milliseconds and counts those that were confirmed. */
final class Collector implements AutoCloseable {
    /** The value by which its rows are known. */
    static final int WAIT_MINUTES = 77;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Integer> written;
    private volatile boolean stopped;

    Collector(DataSource source) {
        Callable<Integer> work = () -> collect(source);
        this.written = thread.submit(work);
    }

    private int collect(DataSource source) throws Exception {
        int confirmed = 0;
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO ride_status_snapshots (ride_id, recorded_at, wait_minutes)"
                                + " VALUES (?, '2025-07-02 09:00:00', " + WAIT_MINUTES + ")")) {
            while (!stopped) {
                insert.setInt(1, 1 + confirmed % 90);
                insert.executeUpdate();
                confirmed++;
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return confirmed;
    }

    /**
     * Ends it.
     *
     * @return how many snapshots it wrote
     * @throws SQLException when one of its writes failed
     */
    int stop() throws Exception {
        stopped = true;
        try {
            return written.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.shutdown();
    }
}
