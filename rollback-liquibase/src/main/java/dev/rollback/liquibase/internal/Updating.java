// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackException;
import dev.rollback.liquibase.LiquibaseWork;
import java.util.Optional;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.exception.UnexpectedLiquibaseException;

/** One update: captured before, marked after, taken back when it fails. */
record Updating(Engine engine) {

    void run(Liquibase liquibase, LiquibaseWork work) throws LiquibaseException {
        CapturingListener listener = new CapturingListener(engine);
        liquibase.setChangeExecListener(listener);
        try {
            Scope.child(HostScope.values(engine), () -> work.on(liquibase));
        } catch (LiquibaseException | RuntimeException | Error e) { // a class that is not there is an Error
            refuse(e, listener);
            listener.failed().ifPresent(e::addSuppressed);
            throw e;
        } catch (Exception e) {
            throw new UnexpectedLiquibaseException(e);
        }
        new Healing(engine).mark(listener.taken());
    }

    /** @throws RollbackException when the failure is ours, or when somebody else holds Liquibase's lock */
    private void refuse(Throwable failure, CapturingListener listener) {
        if (listener.taken().isEmpty()) {
            cause(failure, RollbackException.class).ifPresent(e -> {
                throw e;
            });
            cause(failure, LockException.class).ifPresent(e -> {
                throw engine.lock().refusal(engine.holder());
            });
        }
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
