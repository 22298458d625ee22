// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.RollbackReport;
import dev.rollback.liquibase.internal.Engine;
import dev.rollback.liquibase.internal.HostChange;
import dev.rollback.plan.ExplicitPlan;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;

/**
 * For rollback blocks: makes a partitioned table an ordinary one and keeps all rows, keys, indexes and dependents.
 *
 * <pre>{@code
 * <rollback>
 *   <customChange class="dev.rollback.liquibase.RemovePartitioning"><param name="table" value="orders"/></customChange>
 * </rollback>
 * }</pre>
 *
 * <p>Works where {@link LiquibaseRollback#run} runs Liquibase's own rollback.
 */
public final class RemovePartitioning extends HostChange {
    private String table = "";

    /** With or without its schema. */
    public void setTable(String name) {
        this.table = name;
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors().checkRequiredField("table", table.isBlank() ? null : table);
    }

    @Override
    protected RollbackReport run(Engine engine) {
        return engine.within(engine.rollback()
                .plan(ExplicitPlan.builder().removePartitioning(table).build()));
    }
}
