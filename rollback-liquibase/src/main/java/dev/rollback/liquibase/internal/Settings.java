// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import java.util.function.Consumer;
import liquibase.database.Database;
import liquibase.resource.ResourceAccessor;

/**
 * What a host wishes.
 *
 * @param changelog the path of the changelog among the resources
 * @param database names of Liquibase's tables and schemas
 * @param eachChangeSet capture before each change set instead of once before all of an {@code update}
 * @param healing take a failed {@code update} back to its capture
 * @param unknown take change sets back that the changelog does not have
 * @param rollback what else the underlying {@code Rollback} needs
 * @param options how plans are run when the caller names no other options
 */
public record Settings(
        String changelog,
        ResourceAccessor resources,
        Consumer<Database> database,
        boolean eachChangeSet,
        boolean healing,
        boolean unknown,
        Consumer<Rollback.Builder> rollback,
        RevertOptions options) {}
