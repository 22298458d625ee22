// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.Gate;
import dev.rollback.RollbackListener;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Needs;
import dev.rollback.model.ObjectId;
import dev.rollback.verify.HostCheck;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What all parts of one {@code Rollback} share.
 *
 * @param lockPatience how long what is no run goes on trying while other sessions hold locks
 */
public record Context(
        Sessions sessions,
        Dialect dialect,
        Store store,
        List<String> schemas,
        Set<ObjectId> excluded,
        RollbackListener listener,
        List<Gate> gates,
        List<HostCheck> checks,
        Duration lockPatience) {

    /** Of one operation that is no run: a run has the waits of its options. */
    public Patience patience() {
        return new Patience(dialect, listener, Patience.READ_TIMEOUT, lockPatience);
    }

    /** What reading everything takes. */
    public Needs readingAll() {
        return new Needs().uses(schemas).uses(List.of(store.schema())).readsAll();
    }
}
