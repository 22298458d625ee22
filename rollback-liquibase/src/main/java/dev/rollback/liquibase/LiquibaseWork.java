// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;

/** What a host does with Liquibase: {@code liquibase -> liquibase.update(3, "")}. */
@FunctionalInterface
public interface LiquibaseWork {
    /**
     * Works with it on one connection.
     *
     * @param liquibase captures before it changes something; one that the host has not made itself is closed afterwards
     */
    void on(Liquibase liquibase) throws LiquibaseException;
}
