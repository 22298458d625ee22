// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

/**
 * How somebody wrote that a migration is undone.
 *
 * @param name of the file
 * @param sql as it goes through Flyway's own parser
 */
record UndoScript(String name, String sql) {}
