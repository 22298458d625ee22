// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.PlanOptions;
import dev.rollback.RollbackReport;
import dev.rollback.liquibase.internal.Engine;
import dev.rollback.liquibase.internal.HostChange;
import java.util.Arrays;
import java.util.List;

/**
 * For rollback blocks: takes tables, or everything, back to a backup. Rows written since stay.
 *
 * <pre>{@code
 * <rollback>
 *   <customChange class="dev.rollback.liquibase.RestoreFromBackup"><param name="tables" value="people, houses"/></customChange>
 * </rollback>
 * }</pre>
 *
 * <p>Works where {@link LiquibaseRollback#run} runs Liquibase's own rollback. Data loss is accepted as the builder's options say.
 */
public final class RestoreFromBackup extends HostChange {
    private String label = "";
    private List<String> tables = List.of();

    /** The backup; by default the last one that was taken before a change set that is still in Liquibase's table. */
    public void setLabel(String name) {
        this.label = name;
    }

    /** With commas in between, with or without their schema; everything by default. */
    public void setTables(String names) {
        this.tables = Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }

    @Override
    protected RollbackReport run(Engine engine) {
        String from = label.isBlank() ? engine.lastUpdate().label() : label;
        return engine.within(engine.rollback().plan(from, PlanOptions.defaults().withOnly(tables)));
    }
}
