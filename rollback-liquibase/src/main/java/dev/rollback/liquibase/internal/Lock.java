// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackException;
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
import liquibase.snapshot.SnapshotGeneratorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liquibase's lock, which keeps updates of other nodes away while change sets are taken back.
 *
 * @param table whose name the messages tell
 */
record Lock(Databases databases, String table) {
    private static final Logger LOG = LoggerFactory.getLogger(Lock.class);

    /** Who holds it now. */
    Optional<ChangelogLock> holder() {
        return databases.read(this::holder);
    }

    private Optional<ChangelogLock> holder(Database database) throws LiquibaseException {
        if (!hasTable(database)) {
            return Optional.empty();
        }
        return Arrays.stream(service(database).listLocks())
                .map(l -> new ChangelogLock(
                        Objects.requireNonNullElse(l.getLockedBy(), "somebody"),
                        l.getLockGranted().toInstant()))
                .findFirst();
    }

    /** A service of an extension, such as Keycloak's, may keep its lock elsewhere. */
    private static boolean hasTable(Database database) throws LiquibaseException {
        return SnapshotGeneratorFactory.getInstance().hasDatabaseChangeLogLockTable(database);
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
            if (!hasTable(database)) {
                service.waitForLock(); // an extension's own, which Liquibase waits for in this way
            } else if (!service.acquireLock()) {
                throw refusal(holder(database));
            }
            try {
                return work.get();
            } finally {
                release(service);
            }
        });
    }

    /** The work is done and has its own outcome. A connection that said nothing for long may be gone by now. */
    private void release(LockService service) {
        try {
            service.releaseLock();
        } catch (LiquibaseException e) {
            LOG.warn("Liquibase's lock {} is released on another connection: {}", table, e.getMessage());
            releaseAnew();
        }
    }

    private void releaseAnew() {
        try {
            databases.with(database -> {
                service(database).forceReleaseLock();
                return database;
            });
        } catch (LiquibaseException | RollbackException e) {
            LOG.error(
                    "Liquibase's lock {} could not be released. Updates wait for it until somebody does, with"
                            + " 'liquibase release-locks' or Liquibase.forceReleaseLocks().",
                    table,
                    e);
        }
    }

    RollbackRefusedException refusal(Optional<ChangelogLock> holder) {
        return new RollbackRefusedException("Liquibase's lock is taken: " + table + " is "
                + holder.map(ChangelogLock::toString).orElse("locked by somebody who has released it meanwhile")
                + ". Nothing was changed. Wait for that update to end; when its process is gone, release the lock with"
                + " 'liquibase release-locks' or Liquibase.forceReleaseLocks(), and run the same again.");
    }
}
