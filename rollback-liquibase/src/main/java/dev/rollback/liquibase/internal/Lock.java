// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackRefusedException;
import dev.rollback.liquibase.ChangelogLock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

/**
 * Liquibase's lock, which keeps updates of other nodes away while change sets are taken back.
 *
 * @param table whose name the messages tell
 */
record Lock(Databases databases, String table) {

    /** Who holds it now. */
    Optional<ChangelogLock> holder() {
        return databases.read(this::holder);
    }

    private Optional<ChangelogLock> holder(Database database) throws LiquibaseException {
        return Arrays.stream(service(database).listLocks())
                .map(l -> new ChangelogLock(
                        Objects.requireNonNullElse(l.getLockedBy(), "somebody"),
                        l.getLockGranted().toInstant()))
                .findFirst();
    }

    private static LockService service(Database database) {
        return LockServiceFactory.getInstance().getLockService(database);
    }

    /**
     * @throws RollbackRefusedException when somebody else has it; it is not waited for
     */
    <T> T holding(Supplier<T> work) {
        return databases.read(database -> {
            LockService service = service(database);
            service.init();
            if (!service.acquireLock()) {
                throw refusal(holder(database));
            }
            try {
                return work.get();
            } finally {
                service.releaseLock();
            }
        });
    }

    RollbackRefusedException refusal(Optional<ChangelogLock> holder) {
        return new RollbackRefusedException("Liquibase's lock is taken: " + table + " is "
                + holder.map(ChangelogLock::toString).orElse("locked by somebody who has released it meanwhile")
                + ". Nothing was changed. Wait for that update to end; when its process is gone, release the lock with"
                + " 'liquibase release-locks' or Liquibase.forceReleaseLocks(), and run the same again.");
    }
}
