// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import java.util.function.Consumer;

/**
 * What a host wishes.
 *
 * @param eachMigration capture before each migration instead of once before all of a {@code migrate}
 * @param healing take a failed {@code migrate} back to its capture
 * @param undoScripts run undo scripts and down sections before the derived plan
 * @param keepDays delete backups older than this after a {@code migrate} that ended well; negative to keep all
 * @param rollback what else the underlying {@code Rollback} needs
 * @param options how plans are run when the caller names no other options
 */
public record Settings(
        boolean eachMigration,
        boolean healing,
        boolean undoScripts,
        int keepDays,
        Consumer<Rollback.Builder> rollback,
        RevertOptions options) {}
