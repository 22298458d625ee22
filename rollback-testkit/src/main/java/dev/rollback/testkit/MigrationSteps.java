// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The migrations of one database, one after the other. */
public interface MigrationSteps {

    /** What is not applied, in the order in which it runs. */
    List<String> pending() throws Exception;

    /** Captures, runs the next migration, and marks its end. */
    void up(String migration) throws Exception;

    /** Runs the next migration and captures nothing. */
    void upWithoutCapture(String migration) throws Exception;

    /** The way back to before the last {@link #up}; empty when that changed nothing. */
    Optional<RollbackPlan> planDown() throws Exception;

    /** Takes the last {@link #up} back, in the tool's history too. */
    RollbackReport down(RollbackPlan plan, RevertOptions options) throws Exception;

    /** Tables of the tool, which are nobody's migration. */
    Set<String> ownTables();

    Rollback rollback();
}
