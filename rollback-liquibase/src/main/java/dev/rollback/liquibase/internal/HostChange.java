// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackException;
import dev.rollback.RollbackReport;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A change in a changelog that the host's {@code Rollback} does. */
public abstract class HostChange implements CustomTaskChange {
    private String done = "";

    /** Does it, outside Liquibase's transaction. */
    protected abstract RollbackReport run(Engine engine);

    /** What was done before in the transaction is committed: its locks would stop the run, which has connections of its own. */
    @Override
    public final void execute(Database database) throws CustomChangeException {
        Engine engine = HostScope.engine()
                .orElseThrow(() -> new CustomChangeException(getClass().getSimpleName()
                        + " works in a Liquibase that LiquibaseRollback.run(..) runs: it needs the host's data source."
                        + " Nothing was changed."));
        try {
            database.commit();
            RollbackReport report = run(engine);
            if (!report.isProven()) {
                throw new CustomChangeException(report.toText());
            }
            done = report.target();
        } catch (RollbackException | DatabaseException e) {
            throw new CustomChangeException(e.getMessage(), e);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return getClass().getSimpleName() + " done: " + done;
    }

    @Override
    public void setUp() {
        // the parameters are all there is
    }

    @Override
    public void setFileOpener(ResourceAccessor resources) {
        // reads no file
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
