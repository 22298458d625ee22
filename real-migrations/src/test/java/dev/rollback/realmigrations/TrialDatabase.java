// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import dev.rollback.testkit.StructureJudge;
import javax.sql.DataSource;

/** A database of its own for one chain. */
record TrialDatabase(DataSource dataSource, String backupSchema, StructureJudge judge, Runnable drop)
        implements AutoCloseable {

    @Override
    public void close() {
        drop.run();
    }
}
