// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testkit.contract.OtherSession;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another session under a name of its own, which may wait in a thread of its own. */
final class NamedSession extends OtherSession {
    private final TestDatabase database;

    NamedSession(Sample sample, String application) {
        super(new ScenarioPostgres(), sample.database());
        this.database = ScenarioPostgres.of(sample);
        execute("SET application_name = '" + application + "'");
        commit();
    }

    /** Executes in another thread; comes back when the statement waits for a lock. */
    CompletableFuture<Void> later(String sql) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> execute(sql));
        awaits("SELECT FROM pg_locks WHERE NOT granted AND pid = " + number());
        return done;
    }

    /** Until a query of yet another session finds something. */
    void awaits(String query) {
        try {
            for (int i = 0; i < 1000; i++) {
                if (!database.query(query).isEmpty()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("nothing was found in 10 s: " + query);
    }
}
