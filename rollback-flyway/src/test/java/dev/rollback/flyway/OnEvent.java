// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import java.util.function.Consumer;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * A callback of the host. A class of its own, as JUnit looks into nested ones and old versions of Flyway lack what it implements.
 */
final class OnEvent extends BaseCallback {
    private final String name;
    private final Event event;
    private final Consumer<Context> work;

    /**
     * @param name callbacks run in the order of their names; ours is {@code rollback}
     */
    OnEvent(String name, Event event, Consumer<Context> work) {
        this.name = name;
        this.event = event;
        this.work = work;
    }

    @Override
    public boolean supports(Event what, Context context) {
        return what == event;
    }

    @Override
    public String getCallbackName() {
        return name;
    }

    @Override
    public void handle(Event what, Context context) {
        work.accept(context);
    }
}
